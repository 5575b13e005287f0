package dev.certpath;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.certpath.cases.TimelineArchitectureRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The packages of the application, which of them may use which, and conventions that hold in all of them. */
@AnalyzeClasses(packages = "dev.certpath", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.certpath";

    /** Every package and the packages that it may use. A package that is not listed here fails the build. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("guide", List.of()),
            Map.entry("recommend", List.of("guide")),
            Map.entry("editions", List.of("editions.dryrun", "editions.pins", "recommend", "guide")),
            Map.entry("editions.dryrun", List.of("recommend", "guide")),
            Map.entry("editions.pins", List.of("recommend", "guide")),
            Map.entry("persistence", List.of("logging")),
            Map.entry("logging", List.of()),
            Map.entry("text", List.of()),
            Map.entry("network", List.of()),
            Map.entry("usage", List.of()),
            Map.entry("cases", List.of("text", "editions", "recommend", "guide")),
            Map.entry("cases.search", List.of("cases", "text", "editions", "editions.dryrun", "recommend", "guide")),
            Map.entry("cases.statistics", List.of("cases", "editions.dryrun", "guide")),
            Map.entry("cases.calendar", List.of("cases", "recommend")),
            Map.entry("accounts", List.of("text")),
            Map.entry("notification", List.of("web.url", "cases", "recommend")),
            Map.entry("web.validation", List.of("text")),
            Map.entry("web.url", List.of()),
            Map.entry(
                    "web.questionnaire",
                    List.of(
                            "logging",
                            "notification",
                            "usage",
                            "web.validation",
                            "web.url",
                            "cases",
                            "cases.calendar",
                            "persistence",
                            "editions",
                            "recommend",
                            "guide")),
            Map.entry("web.api", List.of("web.url", "cases", "editions", "recommend", "guide")),
            Map.entry("web.desk", List.of("web.validation", "accounts", "cases..", "editions..", "recommend", "guide")),
            Map.entry(
                    "web.desk.account",
                    List.of("web.validation", "web.desk", "accounts", "cases..", "recommend", "guide")),
            Map.entry(
                    "web.desk.login",
                    List.of(
                            "logging",
                            "network",
                            "text",
                            "web.validation",
                            "web.desk.account",
                            "web.desk",
                            "accounts",
                            "cases..",
                            "recommend",
                            "guide")),
            Map.entry(
                    "web.desk.passkey",
                    List.of(
                            "logging",
                            "web.validation",
                            "web.url",
                            "web.desk.login",
                            "web.desk.account",
                            "web.desk",
                            "accounts",
                            "cases..",
                            "recommend",
                            "guide")),
            Map.entry(
                    "web.desk.queue",
                    List.of(
                            "text",
                            "web.validation",
                            "web.desk",
                            "accounts",
                            "cases..",
                            "editions..",
                            "recommend",
                            "guide")),
            Map.entry(
                    "web.desk.review",
                    List.of(
                            "notification",
                            "web.url",
                            "web.validation",
                            "web.desk.queue",
                            "web.desk.login",
                            "web.desk",
                            "accounts",
                            "cases..",
                            "recommend",
                            "guide")),
            Map.entry(
                    "web.desk.guide",
                    List.of(
                            "web.validation",
                            "web.desk",
                            "cases",
                            "cases.statistics",
                            "editions..",
                            "recommend",
                            "guide")),
            Map.entry("web.desk.mail", List.of("notification", "web.desk")),
            Map.entry(
                    "web.desk.insights",
                    List.of(
                            "usage",
                            "web.validation",
                            "web.desk.queue",
                            "web.desk",
                            "accounts",
                            "cases..",
                            "editions..",
                            "recommend",
                            "guide")),
            Map.entry(
                    "security",
                    List.of("logging", "network", "text", "web..", "accounts", "cases..", "recommend", "guide")),
            Map.entry(
                    "infrastructure",
                    List.of(
                            "logging",
                            "network",
                            "text",
                            "security",
                            "usage",
                            "web..",
                            "accounts",
                            "cases..",
                            "persistence",
                            "editions",
                            "recommend",
                            "guide")));

    private static final String[] CORE = {"dev.certpath.guide..", "dev.certpath.recommend.."};

    /** The classes that parse and write YAML. */
    private static final String YAML_READERS = "dev\\.certpath\\.guide\\.(YamlMappingReader|ExamsFile)";

    private static final Set<String> METHODS_THAT_READ_THE_TIME =
            Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime");

    private static final Set<String> DEFAULT_TIME_ZONE = Set.of(
            "ZoneId.systemDefault",
            "TimeZone.getDefault",
            "Clock.systemDefaultZone",
            "LocalDateTime.now",
            "ZonedDateTime.now",
            "OffsetDateTime.now");

    @ArchTest
    static void importsPointDownOnly(JavaClasses classes) {
        MAY_USE.forEach((user, used) -> {
            var allowed = Stream.concat(Stream.of(user), used.stream())
                    .map(name -> ROOT + "." + name)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + user)
                    .should()
                    .dependOnClassesThat(ownClasses().and(not(resideInAnyPackage(allowed))))
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.certpath.(**)").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageIsListedAndNullMarked(JavaClasses classes) {
        var packages = classes.stream()
                .filter(type -> !type.getPackageName().equals(ROOT))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName().substring(ROOT.length() + 1))
                .distinct();
        assertThat(packages).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
        MAY_USE.keySet()
                .forEach(
                        name -> assertThat(classes.getPackage(ROOT + "." + name).isAnnotatedWith(NullMarked.class))
                                .as("%s has a @NullMarked package-info", name)
                                .isTrue());
    }

    @ArchTest
    static final ArchRule theCoreUsesTheJdkAlone = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .haveNameNotMatching(YAML_READERS)
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..", "org.jspecify..", "dev.certpath.guide..", "dev.certpath.recommend.."));

    @ArchTest
    static final ArchRule theYamlReaderUsesTheParserBesides = noClasses()
            .that()
            .haveNameMatching(YAML_READERS)
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "java..", "org.jspecify..", "org.yaml.snakeyaml..", "dev.certpath.guide.."));

    @ArchTest
    static final ArchRule theCoreReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .accessTargetWhere(target(readsTheTime()))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    /** The current date has one definition: UTC, whatever the default time zone. */
    @ArchTest
    static final ArchRule currentDateIsReadInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.certpath.cases.CurrentDate")
            .should()
            .callMethodWhere(target(describe(
                    "LocalDate.now",
                    method -> method.getOwner().isEquivalentTo(LocalDate.class)
                            && method.getName().equals("now"))));

    /** Days are days in UTC. Nothing depends on the time zone that the server or the JVM is set to. */
    @ArchTest
    static final ArchRule defaultTimeZoneIsNotUsed = noClasses()
            .should()
            .callMethodWhere(target(describe(
                    "the default time zone",
                    method -> DEFAULT_TIME_ZONE.contains(method.getOwner().getSimpleName() + "." + method.getName()))))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.sql\\.(Date|Time|Timestamp)");

    @ArchTest
    static final ArchRule jackson2IsNotUsed =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");

    /** The application connects to its database and its mail server only, which their libraries do. */
    @ArchTest
    static final ArchRule connectsToNoOtherServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Http)?URLConnection|java\\.net\\.Socket");

    @ArchTest
    static final ArchRule packagesAreNamedAfterTheirContents =
            noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..config..");

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    /**
     * The compiler of template expressions works on public types only; others are interpreted, several times as slow.
     */
    @ArchTest
    static final ArchRule recordsForTemplatesArePublic = classes()
            .that()
            .resideInAnyPackage("dev.certpath.web.questionnaire..", "dev.certpath.web.desk..")
            .and()
            .areRecords()
            .and()
            .areNotPrivate()
            .should()
            .bePublic();

    @ArchTest
    static final ArchTests timelinesOnlyGrow = ArchTests.in(TimelineArchitectureRules.class);

    private static DescribedPredicate<JavaClass> ownClasses() {
        return resideInAPackage(ROOT + "..");
    }

    private static DescribedPredicate<AccessTarget> readsTheTime() {
        return describe(
                "read the time",
                target -> METHODS_THAT_READ_THE_TIME.contains(target.getName())
                        && target.getOwner().getPackageName().startsWith("java."));
    }
}
