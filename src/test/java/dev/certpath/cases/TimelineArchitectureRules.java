package dev.certpath.cases;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Timelines only grow: there is no code that changes an entry or takes one away. Checked by {@code ArchitectureTest}, which has
 * read all classes.
 */
public final class TimelineArchitectureRules {

    private TimelineArchitectureRules() {}

    @ArchTest
    static final ArchRule entriesCanBeAddedAndRead = noMethods()
            .that()
            .areDeclaredIn(CaseEventRepository.class)
            .should()
            .haveNameNotMatching("save|find.*")
            .orShould()
            .beAnnotatedWith(Modifying.class)
            .orShould()
            .beAnnotatedWith(Query.class);

    /** Not one of the repositories that bring methods of their own. */
    @ArchTest
    static void theRepositoryHasNoOtherMethods(JavaClasses classes) {
        assertThat(classes.get(CaseEventRepository.class).getRawInterfaces())
                .extracting(type -> type.getFullName())
                .containsExactly(Repository.class.getName());
    }

    @ArchTest
    static final ArchRule anEntryIsImmutable =
            classes().that().belongToAnyOf(CaseEvent.class).should().beAnnotatedWith(Immutable.class);

    @ArchTest
    static final ArchRule nobodyElseSeesItsFields = fields().that()
            .areDeclaredIn(CaseEvent.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate();

    @ArchTest
    static void itsFieldsAreSetWhenItIsMadeAndNeverAgain(JavaClasses classes) {
        assertThat(classes.get(CaseEvent.class).getFieldAccessesToSelf())
                .filteredOn(access -> access.getAccessType() == AccessType.SET)
                .isNotEmpty()
                .allMatch(access -> access.getOrigin().isConstructor());
    }

    /** The three use cases, which add entries, and the case, which makes them. */
    @ArchTest
    static final ArchRule fewKnowTimelinesAtAll = classes()
            .that()
            .belongToAnyOf(CaseEventRepository.class)
            .should()
            .onlyBeAccessed()
            .byClassesThat(simpleName("CaseService")
                    .or(simpleName("CaseReviewService"))
                    .or(simpleName("ContactRetentionService")));

    @ArchTest
    static void noQueryChangesOrDeletesEntries(JavaClasses classes) {
        var queries = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Query.class))
                .map(method -> method.getAnnotationOfType(Query.class).value())
                .toList();
        assertThat(queries).as("queries in annotations").isNotEmpty();
        assertThat(queries.stream().map(query -> query.toLowerCase(Locale.ROOT)))
                .noneMatch(query -> Stream.of("caseevent", "case_events").anyMatch(query::contains)
                        && Stream.of("update", "delete", "merge").anyMatch(query::contains));
    }
}
