package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Something that an advisor wrote about a case, for one audience and never for the other. */
@Entity
@Table(name = "remarks")
class CaseComment {

    /** Only advisors read it. */
    static final String FOR_ADVISORS = "advisors";

    /** It stands on the student's page. */
    static final String FOR_STUDENT = "student";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    @Column(name = "audience")
    private String audience;

    private String words;
    private String who;
    private Instant madeAt;

    protected CaseComment() {}

    CaseComment(Long caseId, String audience, String words, String who, Instant at) {
        this.caseId = caseId;
        this.audience = audience;
        this.words = words;
        this.who = who;
        this.madeAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    CommentView writing() {
        return new CommentView(words, who, madeAt);
    }
}
