package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.domain.Persistable;

/** Who asked an advisor to look at a case. Kept apart from the case, so that it can be erased without it. */
@Entity
@Table(name = "contacts")
public class Contact implements Persistable<Long> {

    @Id
    @Column(name = "case_id")
    private Long caseId;

    private String name;
    private String email;
    private String note;

    @Column(name = "given_at")
    private Instant givenAt;

    protected Contact() {}

    Contact(Long caseId, ContactDetails asking, Instant at) {
        this.caseId = caseId;
        this.name = asking.name();
        this.email = asking.email();
        this.note = asking.note();
        this.givenAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    ContactDetails asking() {
        return new ContactDetails(name, email, note);
    }

    @Override
    public Long getId() {
        return caseId;
    }

    /** Merged rather than inserted: whoever asks again says anew who they are. */
    @Override
    public boolean isNew() {
        return false;
    }
}
