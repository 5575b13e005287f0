package dev.certpath;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.certpath.cases.TimelineArchitectureRules;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The house: which rooms there are, and who may look into which. */
@AnalyzeClasses(packages = "dev.certpath", importOptions = DoNotIncludeTests.class)
class FloorsTest {

    private static final String HOUSE = "dev.certpath";

    private static final List<String> ROOMS =
            List.of("guide", "recommend", "cases", "web.questionnaire", "web.api", "desk", "site");

    private static final String[] PURE_ROOMS = {"dev.certpath.guide..", "dev.certpath.recommend.."};

    private static final Set<String> CLOCKS =
            Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime");

    /** Layers must not be empty, so this fails as well when a room is missing. */
    @ArchTest
    static final ArchRule importsRunDownOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("guide")
            .definedBy("dev.certpath.guide..")
            .layer("recommend")
            .definedBy("dev.certpath.recommend..")
            .layer("cases")
            .definedBy("dev.certpath.cases..")
            .layer("questionnaire")
            .definedBy("dev.certpath.web.questionnaire..")
            .layer("desk")
            .definedBy("dev.certpath.desk..")
            .layer("api")
            .definedBy("dev.certpath.web.api..")
            .layer("site")
            .definedBy("dev.certpath.site..")
            .whereLayer("guide")
            .mayNotAccessAnyLayer()
            .whereLayer("recommend")
            .mayOnlyAccessLayers("guide")
            .whereLayer("cases")
            .mayOnlyAccessLayers("recommend", "guide")
            .whereLayer("questionnaire")
            .mayOnlyAccessLayers("cases", "recommend", "guide")
            .whereLayer("desk")
            .mayOnlyAccessLayers("cases", "recommend", "guide")
            .whereLayer("api")
            .mayOnlyAccessLayers("cases", "recommend", "guide")
            .whereLayer("site")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule theRestOfTheHouseDoesNotLeanOnItsFrontDoor = noClasses()
            .that()
            .resideInAnyPackage("dev.certpath.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE);

    @ArchTest
    static final ArchRule pureRoomsUseTheJdkAndNothingElse = noClasses()
            .that()
            .resideInAnyPackage(PURE_ROOMS)
            .and()
            .doNotHaveFullyQualifiedName("dev.certpath.guide.YamlMappingReader")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..", "org.jspecify..", "dev.certpath.guide..", "dev.certpath.recommend.."));

    @ArchTest
    static final ArchRule theOneReaderUsesTheYamlParserBesides = noClasses()
            .that()
            .haveFullyQualifiedName("dev.certpath.guide.YamlMappingReader")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..", "org.jspecify..", "org.yaml.snakeyaml..", "dev.certpath.guide.."));

    @ArchTest
    static final ArchRule pureRoomsHaveNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE_ROOMS)
            .should()
            .accessTargetWhere(target(readsTheTime()))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule nobodyUsesTheOldJackson =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule thereIsNoRoomForOddsAndEnds =
            noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..config..");

    @ArchTest
    static final ArchRule controllersStayInTheirRoom =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    /** What a page asks of it is compiled only if it is public, and several times as slow otherwise. */
    @ArchTest
    static final ArchRule whatPagesAreMadeOfIsPublic = classes()
            .that()
            .resideInAnyPackage("dev.certpath.web.questionnaire..", "dev.certpath.desk..")
            .and()
            .areRecords()
            .and()
            .areNotPrivate()
            .should()
            .bePublic();

    @ArchTest
    static final ArchTests timelinesOnlyGrow = ArchTests.in(TimelineArchitectureRules.class);

    @ArchTest
    static void everyRoomIsFurnishedAndNullMarked(JavaClasses classes) {
        for (String room : ROOMS) {
            var name = HOUSE + "." + room;
            assertThat(classes.containPackage(name))
                    .as("there is a room %s", name)
                    .isTrue();
            var furnished = classes.getPackage(name);
            assertThat(furnished.getClasses())
                    .as("what is in %s besides its package-info", name)
                    .anyMatch(type -> !type.getSimpleName().equals("package-info"));
            assertThat(furnished.isAnnotatedWith(NullMarked.class))
                    .as("%s has a @NullMarked package-info", name)
                    .isTrue();
        }
    }

    @ArchTest
    static void thereAreNoOtherRooms(JavaClasses classes) {
        assertThat(classes.getPackage(HOUSE).getSubpackages())
                .extracting(room -> room.getRelativeName().equals("web") ? "desk" : room.getRelativeName())
                .isSubsetOf(ROOMS);
    }

    private static DescribedPredicate<AccessTarget> readsTheTime() {
        return describe(
                "read the time",
                target -> CLOCKS.contains(target.getName())
                        && target.getOwner().getPackageName().startsWith("java."));
    }
}
