package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HtmlPage;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all student pages have in common. */
class StudentPagesTest {

    static Stream<HtmlPage> pages() {
        var student = TestApplication.shared().student();
        return Stream.of(
                        "/",
                        "/guide",
                        "/guide/compare",
                        "/questionnaire/employer-cloud",
                        "/questionnaire/target-industry",
                        "/questionnaire/role-focus",
                        "/questionnaire/ml-background",
                        "/questionnaire/role-focus?roleFocus=dentist",
                        "/questionnaire/check",
                        "/nowhere",
                        SampleStudent.matching(recommendation ->
                                        recommendation.first().track().equals("aws"))
                                .getsRecommendation()
                                .page()
                                .address())
                .map(address -> student.opens(address).page());
    }

    @Test
    void haveUniqueHeadings() {
        assertThat(pages().map(HtmlPage::heading)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveTitleOfHeading(HtmlPage page) {
        assertThat(page.html().title()).isEqualTo(page.heading() + " - Certification path");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void waitForOneStyleSheetAndNoScript(HtmlPage page) {
        assertThat(page.html().select("link[rel=stylesheet]").eachAttr("href"))
                .hasSize(1)
                .allMatch(href -> href.matches("/assets/css/student-[0-9a-f]+\\.css"));
        assertThat(page.html().select("script"))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.hasAttr("defer")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveSkipLinkHeaderMainAndFooterInOrder(HtmlPage page) {
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
        var order = page.html().select("body > *").eachAttr("class");
        assertThat(order.get(0)).isEqualTo("skip");
        assertThat(page.html().select("body > a.skip").attr("href")).isEqualTo("#main-content");
        assertThat(page.html().select("body > header ~ main#main-content ~ footer"))
                .hasSize(1);
        assertThat(page.html().select("body > nav").nextAll("main").size())
                .isEqualTo(page.html().select("body > nav").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar-EG-u-nu-arab", "*"})
    void areTheSameForEveryLanguage(String language) {
        var api = TestApplication.shared().api();
        assertThat(api.gets("/guide", "Accept-Language", language).http().body())
                .isEqualTo(api.gets("/guide").http().body());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveUniqueIds(HtmlPage page) {
        assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveNoBrokenLinks(HtmlPage page) {
        var links = page.html().select("a[href^=/]").stream()
                .map(link -> link.attr("href"))
                .filter(link -> !link.startsWith("/advisor"))
                .distinct();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(
                                TestApplication.shared().api().gets(link).status())
                        .as(link)
                        .isEqualTo(200));
    }

    @Test
    void showEveryRuleAndEveryExamInGuide() {
        var page = TestApplication.shared().student().opens("/guide").page();
        assertThat(SampleStudent.GUIDE.rules())
                .allSatisfy(rule -> assertThat(page.text()).contains(rule.text()));
        assertThat(page.texts("table.rules:not(.differences) tbody td"))
                .isEqualTo(SampleStudent.GUIDE.tracks().stream()
                        .flatMap(track -> SampleStudent.GUIDE.rules().stream()
                                .filter(rule -> rule.track().equals(track)))
                        .map(rule -> String.valueOf(rule.points()))
                        .toList());
        assertThat(SampleStudent.GUIDE.exams()).allSatisfy(exam -> {
            assertThat(page.text()).contains("(" + exam.code() + ")");
            exam.sources().forEach(source -> assertThat(page.text()).contains(source.where()));
        });
    }
}
