package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a student was told, once for all cases with the same content. There are some ten thousand of them, however many
 * cases there are: queries look for documents first, then for their cases. The JSON is in a table of its own, so that such
 * queries read little.
 */
@Entity
@Table(name = "documents")
public class Document extends SearchableRecommendation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    @Column(name = "digest")
    private String digest;

    protected Document() {}

    Document(Recommendation recommendation, String digest) {
        super(recommendation);
        this.digest = digest;
    }

    int id() {
        return Objects.requireNonNull(id, "The document is not saved yet");
    }
}
