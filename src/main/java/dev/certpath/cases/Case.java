package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One saved recommendation, and the review that an advisor wrote of it. */
@Entity
@Table(name = "cases")
class Case {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String address;
    private String reference;
    private Instant openedAt;
    private LocalDate asOf;

    @Column(name = "guide_edition")
    private int guideEdition;

    @Column(name = "document")
    private String documentDigest;

    @Column(name = "first_track")
    private String firstTrack;

    @Column(name = "second_track")
    private String secondTrack;

    @Column(name = "firmness")
    private String firmness;

    @Column(name = "lead_points")
    private int leadPoints;

    @Column(name = "possible_firsts")
    private int possibleFirsts;

    @Column(name = "first_exam")
    private String firstExam;

    @Column(name = "second_exam")
    private String secondExam;

    @Column(name = "rules")
    private String rules;

    @Column(name = "employer_cloud")
    private String employerCloud;

    @Column(name = "target_industry")
    private String targetIndustry;

    @Column(name = "role_focus")
    private String roleFocus;

    @Column(name = "ml_background")
    private String mlBackground;

    private @Nullable String requestKey;
    private @Nullable String requestBody;

    @Embedded
    private @Nullable Review review;

    @Version
    private int version;

    protected Case() {}

    /** Opens a case for what was just recommended. */
    Case(Recommendation recommendation, String documentDigest, Instant openedAt) {
        this.address = CaseNames.newAddress();
        this.reference = CaseNames.newReference();
        this.openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        this.asOf = recommendation.asOf();
        this.guideEdition = recommendation.guideEdition();
        this.documentDigest = documentDigest;
        this.firstTrack = recommendation.first().track();
        this.secondTrack = recommendation.second().track();
        this.firmness = recommendation.firmness().level().toString();
        this.leadPoints = recommendation.firmness().lead();
        this.possibleFirsts = possibleFirsts(recommendation.unknown());
        this.firstExam = recommendation.first().exam().code();
        this.secondExam = recommendation.second().exam().code();
        this.rules = rules(recommendation);
        this.employerCloud = codes(recommendation, "employerCloud");
        this.targetIndustry = codes(recommendation, "targetIndustry");
        this.roleFocus = codes(recommendation, "roleFocus");
        this.mlBackground = codes(recommendation, "mlBackground");
    }

    /** Remembers the request that opened it, so that the same request again finds it. */
    void openedBy(RequestKey request) {
        requestKey = request.key();
        requestBody = request.body();
    }

    /** Whether that request is the one that opened it, rather than another one with the same key. */
    boolean wasOpenedBy(RequestKey request) {
        return request.key().equals(requestKey) && request.body().equals(requestBody);
    }

    /** Puts an advisor's review in place of the one there may be. */
    void review(Review written) {
        review = written;
    }

    String address() {
        return address;
    }

    String reference() {
        return reference;
    }

    Instant openedAt() {
        return openedAt;
    }

    LocalDate asOf() {
        return asOf;
    }

    String documentDigest() {
        return documentDigest;
    }

    Optional<Review> review() {
        return Optional.ofNullable(review);
    }

    int version() {
        return version;
    }

    private static int possibleFirsts(Recommendation.@Nullable Unknown unknown) {
        return unknown == null ? 1 : unknown.possibleFirsts().size();
    }

    private static String rules(Recommendation recommendation) {
        return recommendation.ranking().stream()
                .flatMap(ranked -> ranked.reasons().stream())
                .map(Recommendation.Reason::rule)
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static String codes(Recommendation recommendation, String question) {
        return String.join(" ", recommendation.answer(question).codes());
    }
}
