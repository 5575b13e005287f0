package dev.certpath.cases;

import dev.certpath.text.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.domain.Persistable;

/**
 * The contact details of a student who asked an advisor. Stored apart from the case, so that they can be erased. There is
 * one, perhaps without name and e-mail address, for every case with messages of its student, which are erased with it.
 */
@Entity
@Table(name = "contacts")
public class Contact implements Persistable<Long> {

    @Id
    @Column(name = "case_id")
    private Long caseId;

    private String name;

    private String email;

    /** The name and the e-mail address as they are searched. */
    @Column(name = "search_text")
    private String searchText;

    private boolean pageMayBeMailed;

    @Column(name = "given_at")
    private Instant givenAt;

    protected Contact() {}

    Contact(Long caseId, ContactDetails details, Instant at) {
        this.caseId = caseId;
        this.name = details.name();
        this.email = details.email();
        this.pageMayBeMailed = details.pageMayBeMailed();
        this.searchText = SearchText.of(name, email);
        this.givenAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    ContactDetails toDetails() {
        return new ContactDetails(name, email, pageMayBeMailed);
    }

    @Override
    public Long getId() {
        return caseId;
    }

    /** Returns false, so that {@code save} merges: a student who writes again adds to the earlier details. */
    @Override
    public boolean isNew() {
        return false;
    }
}
