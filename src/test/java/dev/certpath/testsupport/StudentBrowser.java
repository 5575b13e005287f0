package dev.certpath.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Someone who reads pages, follows links and fills in forms as a browser without script would. Whatever they do, no
 * answer ever sets a cookie.
 */
public final class StudentBrowser {

    private static final int MOST_REDIRECTS = 5;

    private final URI site;
    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private HtmlPage page;

    StudentBrowser(URI site) {
        this.site = site;
    }

    /** Types an address. */
    public StudentBrowser opens(String address) {
        return arrives(HttpRequest.newBuilder(site.resolve(address)).GET());
    }

    /** Follows the link of those words. */
    public StudentBrowser follows(String link) {
        return opens(page.link(link).absUrl("href"));
    }

    /** Goes from the start page to the first question. */
    public StudentBrowser starts() {
        return follows("Start now");
    }

    /** Ticks the options of those labels, and unticks a radio button's neighbours. */
    public StudentBrowser chooses(String... labels) {
        for (String label : labels) {
            var control = page.control(label);
            if (control.attr("type").equals("radio")) {
                page.html().select("input[type=radio]").removeAttr("checked");
            }
            control.attr("checked", "");
        }
        return this;
    }

    /** Takes the ticks away. */
    public StudentBrowser unticks(String... labels) {
        Stream.of(labels).forEach(label -> page.control(label).removeAttr("checked"));
        return this;
    }

    /** Chooses, and goes on. */
    public StudentBrowser answers(String... labels) {
        return chooses(labels).presses("Continue");
    }

    /** Types a text into the field of that label. */
    public StudentBrowser types(String label, String text) {
        page().control(label).val(text);
        return this;
    }

    /** Presses the button of those words: sends its form. */
    public StudentBrowser presses(String button) {
        return sends(page.form(button));
    }

    /** Goes back to a page that is still there as it was, as with the browser's own button. */
    public StudentBrowser returnsTo(HtmlPage earlier) {
        page = earlier;
        return this;
    }

    /** Sends such a form to an address, with some headers. */
    public StudentBrowser posts(String address, Map<String, List<String>> form, String... headers) {
        var fields = form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey(), value)))
                .collect(Collectors.joining("&"));
        return post(address, fields, headers);
    }

    /** Finds such a page. */
    public StudentBrowser sees(String... words) {
        assertThat(page.words()).as("words of %s", page.address()).contains(words);
        return this;
    }

    /** Finds none of those words. */
    public StudentBrowser doesNotSee(String... words) {
        assertThat(page.words()).as("words of %s", page.address()).doesNotContain(words);
        return this;
    }

    /** Finds a page of that heading, whose title says the same. */
    public StudentBrowser seesHeading(String heading) {
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.html().title()).isEqualTo(heading + " - Certification path");
        return this;
    }

    /** Finds exactly these options ticked. */
    public StudentBrowser seesTicked(String... labels) {
        assertThat(page.all("label:has(input[checked]) > span:first-of-type")).containsExactly(labels);
        return this;
    }

    /** Finds that status. */
    public StudentBrowser gets(int status) {
        assertThat(page.status()).as("status of %s", page.address()).isEqualTo(status);
        return this;
    }

    /** Finds something to put right: in the title, on top with a link to a control, and beside the control. */
    public StudentBrowser seesProblem(String message) {
        assertThat(page.html().title()).startsWith("Error: ").endsWith(page.heading() + " - Certification path");
        var summary = page.html().select("main > [data-errors] [role=alert]");
        assertThat(summary.select("h2").text()).isEqualTo("There is a problem");
        var link = summary.select("a").stream()
                .filter(candidate -> candidate.text().equals(message))
                .findFirst();
        assertThat(link)
                .as("'%s' among %s", message, summary.select("a").eachText())
                .isPresent();
        var control = link.get().attr("href").substring(1);
        assertThat(page.html().getElementById(control)).as("#%s", control).isNotNull();
        return this;
    }

    /** The page they are at. */
    public HtmlPage page() {
        return page;
    }

    /** Every answer so far, redirects included. */
    public List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    private StudentBrowser sends(FormElement form) {
        var fields = form.elements().stream()
                .filter(StudentBrowser::isSent)
                .map(field -> encoded(field.attr("name"), field.val()))
                .collect(Collectors.joining("&"));
        var address = form.hasAttr("action")
                ? form.absUrl("action")
                : page.response().uri().toString();
        return form.attr("method").equalsIgnoreCase("post")
                ? post(address, fields)
                : opens(address.replaceFirst("\\?.*", "") + "?" + fields);
    }

    /** Whether a browser would send that control: not jsoup's own list, which takes an empty box for "on". */
    private static boolean isSent(Element control) {
        boolean box = List.of("radio", "checkbox").contains(control.attr("type"));
        return control.hasAttr("name") && !control.hasAttr("disabled") && (!box || control.hasAttr("checked"));
    }

    private StudentBrowser post(String address, String fields, String... headers) {
        var request = HttpRequest.newBuilder(site.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        for (int place = 0; place < headers.length; place += 2) {
            request.header(headers[place], headers[place + 1]);
        }
        return arrives(request);
    }

    private StudentBrowser arrives(HttpRequest.Builder request) {
        var answer = answer(request);
        for (int redirects = 0; answer.statusCode() / 100 == 3; redirects++) {
            assertThat(redirects).as("redirects").isLessThan(MOST_REDIRECTS);
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = answer(HttpRequest.newBuilder(next).GET());
        }
        page = HtmlPage.of(answer);
        return this;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        var answer = HttpRequests.send(request);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("cookies of %s", answer.uri())
                .isEmpty();
        answers.add(answer);
        return answer;
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
