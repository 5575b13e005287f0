package dev.certpath.editions.dryrun;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A document whose cases a dry run changes, so that a query can look for these cases. */
@Entity
@Immutable
@Table(name = "guide_dry_run_documents")
@IdClass(DryRunDocument.Key.class)
public class DryRunDocument {

    /** The columns that identify it. */
    public record Key(long dryRun, int document) implements Serializable {}

    @Id
    @Column(name = "dry_run")
    private long dryRun;

    @Id
    @Column(name = "document")
    private int document;

    @Column(name = "change_number")
    private int changeNumber;

    protected DryRunDocument() {}
}
