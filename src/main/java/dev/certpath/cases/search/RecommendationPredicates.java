package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.CodeColumn;
import dev.certpath.cases.Document;
import dev.certpath.cases.Document_;
import dev.certpath.cases.SearchableRecommendation;
import dev.certpath.cases.SearchableRecommendation_;
import dev.certpath.editions.dryrun.ChangeReference;
import dev.certpath.editions.dryrun.DryRunDocument;
import dev.certpath.editions.dryrun.DryRunDocument_;
import dev.certpath.guide.ExamClosures;
import dev.certpath.recommend.Recommendation.Firmness;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the predicates for what was recommended. They apply to documents and to cases, because both have the columns.
 *
 * @param builder the criteria builder
 * @param root the root of the query, a document or a case
 * @param documentId the primary key of the document
 * @param closures the exams that have closed or will close
 */
record RecommendationPredicates(
        CriteriaBuilder builder,
        Root<? extends SearchableRecommendation> root,
        Expression<Integer> documentId,
        ExamClosures closures) {

    static RecommendationPredicates ofDocument(CriteriaBuilder builder, Root<Document> root, ExamClosures closures) {
        return new RecommendationPredicates(builder, root, root.get(Document_.id), closures);
    }

    static RecommendationPredicates ofCase(CriteriaBuilder builder, Root<Case> root, ExamClosures closures) {
        return new RecommendationPredicates(builder, root, root.get(Case_.documentId), closures);
    }

    /** One predicate for each criterion of a filter that is about the recommendation; none if there is no such. */
    List<Predicate> matching(CaseFilter filter) {
        var predicates = new ArrayList<Predicate>();
        addEqual(SearchableRecommendation_.firstTrack, filter.firstTrack(), predicates);
        addEqual(SearchableRecommendation_.firmness, filter.firmness(), predicates);
        filter.answers().forEach((question, code) -> predicates.add(hasAnswer(question, code)));
        if (!filter.rule().isEmpty()) {
            predicates.add(contains(SearchableRecommendation_.rules, CodeColumn.rule(filter.rule())));
        }
        filter.attention().flatMap(this::hasAttentionReason).ifPresent(predicates::add);
        filter.dryRunChange().map(this::isChangedBy).ifPresent(predicates::add);
        return predicates;
    }

    /** An attention reason applies; empty if it does not depend on the recommendation alone. */
    Optional<Predicate> hasAttentionReason(AttentionReason reason) {
        return switch (reason) {
            case STUDENT_ASKED, OVERRULED -> Optional.empty();
            case EXAM_ENDS -> Optional.of(recommendsEndingExam());
            case TIE -> Optional.of(hasFirmness(Firmness.Level.TIE));
            case CLOSE_CALL -> Optional.of(hasFirmness(Firmness.Level.CLOSE));
            case SEVERAL_FIRSTS ->
                Optional.of(builder.greaterThan(root.get(SearchableRecommendation_.possibleFirsts), 1));
        };
    }

    private Predicate isChangedBy(ChangeReference reference) {
        var documents = builder.createQuery().subquery(Integer.class);
        var changed = documents.from(DryRunDocument.class);
        var isOfDryRun = builder.equal(changed.get(DryRunDocument_.dryRun), reference.dryRun());
        documents
                .select(changed.get(DryRunDocument_.document))
                .where(reference
                        .change()
                        .map(number -> builder.and(
                                isOfDryRun, builder.equal(changed.get(DryRunDocument_.changeNumber), number)))
                        .orElse(isOfDryRun));
        return documentId.in(documents);
    }

    private Predicate hasFirmness(Firmness.Level level) {
        return builder.equal(root.get(SearchableRecommendation_.firmness), level.toString());
    }

    private Predicate recommendsEndingExam() {
        var exams = Stream.concat(closures.closed().keySet().stream(), closures.closing().keySet().stream())
                .toList();
        return exams.isEmpty()
                ? builder.disjunction()
                : builder.or(
                        root.get(SearchableRecommendation_.firstExam).in(exams),
                        root.get(SearchableRecommendation_.secondExam).in(exams));
    }

    private Predicate hasAnswer(String question, String code) {
        return contains(SearchableRecommendation_.answers, CodeColumn.answer(question, code));
    }

    private Predicate contains(SingularAttribute<SearchableRecommendation, String> attribute, String text) {
        return LikePattern.containing(text).matches(root.get(attribute), builder);
    }

    private void addEqual(
            SingularAttribute<SearchableRecommendation, String> attribute, String code, List<Predicate> predicates) {
        if (!code.isEmpty()) {
            predicates.add(builder.equal(root.get(attribute), code));
        }
    }
}
