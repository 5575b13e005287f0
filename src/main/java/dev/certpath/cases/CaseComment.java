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

/** A note about a case, which only advisors see. */
@Entity
@Table(name = "remarks")
class CaseComment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    @Column(name = "words")
    private String text;

    @Column(name = "who")
    private String author;

    @Column(name = "made_at")
    private Instant writtenAt;

    protected CaseComment() {}

    CaseComment(Long caseId, String text, String author, Instant at) {
        this.caseId = caseId;
        this.text = text;
        this.author = author;
        this.writtenAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    CaseCommentView toView() {
        return new CaseCommentView(text, author, writtenAt);
    }
}
