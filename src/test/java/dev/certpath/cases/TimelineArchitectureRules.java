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
 * Timelines are append-only: no code changes or removes an event. Checked by {@code ArchitectureTest}, which imports all
 * classes.
 */
public final class TimelineArchitectureRules {

    private TimelineArchitectureRules() {}

    @ArchTest
    static final ArchRule repositoryOnlySavesAndReads = noMethods()
            .that()
            .areDeclaredIn(CaseEventRepository.class)
            .should()
            .haveNameNotMatching("save|find.*|count.*")
            .orShould()
            .beAnnotatedWith(Modifying.class)
            .orShould()
            .beAnnotatedWith(Query.class);

    /** The repository must not extend one that has methods to change or delete. */
    @ArchTest
    static void repositoryInheritsNoMethods(JavaClasses classes) {
        assertThat(classes.get(CaseEventRepository.class).getRawInterfaces())
                .extracting(type -> type.getFullName())
                .containsExactly(Repository.class.getName());
    }

    @ArchTest
    static final ArchRule eventsAreImmutable =
            classes().that().belongToAnyOf(CaseEvent.class).should().beAnnotatedWith(Immutable.class);

    @ArchTest
    static final ArchRule fieldsOfEventsArePrivate = fields().that()
            .areDeclaredIn(CaseEvent.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate();

    @ArchTest
    static void fieldsOfEventsAreSetByConstructorOnly(JavaClasses classes) {
        assertThat(classes.get(CaseEvent.class).getFieldAccessesToSelf())
                .filteredOn(access -> access.getAccessType() == AccessType.SET)
                .isNotEmpty()
                .allMatch(access -> access.getOrigin().isConstructor());
    }

    /** The services of the use cases that add events. */
    @ArchTest
    static final ArchRule onlyServicesAccessRepository = classes()
            .that()
            .belongToAnyOf(CaseEventRepository.class)
            .should()
            .onlyBeAccessed()
            .byClassesThat(simpleName("CaseService")
                    .or(simpleName("CaseReviewService"))
                    .or(simpleName("ContactRetentionService")));

    @ArchTest
    static void noQueryChangesOrDeletesEvents(JavaClasses classes) {
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
