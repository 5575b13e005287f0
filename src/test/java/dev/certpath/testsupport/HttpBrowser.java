package dev.certpath.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A browser without JavaScript: opens addresses, follows links and redirects, fills in forms by the labels of their
 * controls, and asserts what the current page shows.
 */
public final class HttpBrowser {

    private static final int MAX_REDIRECTS = 5;

    private URI site;
    private final boolean expectsCookies;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<HttpResponse<String>> responses = new ArrayList<>();
    private HtmlPage page;

    private HttpBrowser(URI site, boolean expectsCookies) {
        this.site = site;
        this.expectsCookies = expectsCookies;
    }

    /** A browser that keeps the cookies of the site, such as an advisor's session. */
    public static HttpBrowser withCookies(URI site) {
        return new HttpBrowser(site, true);
    }

    /** A browser of a student, which asserts after each response that it sets no cookie. */
    public static HttpBrowser withoutCookies(URI site) {
        return new HttpBrowser(site, false);
    }

    /** Sends further requests to another instance of the application, as a load balancer may do. */
    public HttpBrowser switchesTo(TestApplication other) {
        site = other.address();
        return this;
    }

    /** Sends a header with all further requests. */
    public HttpBrowser sendsHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Opens an address of the site, given as path and query or as a full URL. */
    public HttpBrowser opens(String address) {
        return loads(HttpRequest.newBuilder(site.resolve(address)).GET());
    }

    /** Follows the first link with this text. */
    public HttpBrowser follows(String link) {
        return opens(page.link(link).absUrl("href"));
    }

    /** Goes from the start page to the first question. */
    public HttpBrowser starts() {
        return follows("Start now");
    }

    /** Logs in with the form and follows the redirect. */
    public HttpBrowser logsIn(String username, String password) {
        return opens("/login").submitsLogin(username, password);
    }

    /** Fills in and submits the login form of the current page. */
    public HttpBrowser submitsLogin(String username, String password) {
        return types("Name", username).types("Password", password).presses("Log in");
    }

    /** Logs in without loading the queue afterwards, the most expensive page of a login. */
    public HttpBrowser logsInWithoutRedirect(String username, String password) {
        opens("/login").types("Name", username).types("Password", password);
        loadsOnly(request(page.form("Log in"), "Log in"));
        assertThat(header("Location")).as(page::text).isEqualTo("/advisor");
        return this;
    }

    /** Types text into the field with this label. */
    public HttpBrowser types(String label, String text) {
        page.control(label).val(text);
        return this;
    }

    /** Ticks the boxes or radio buttons with these labels. Ticking a radio button clears the others of its name. */
    public HttpBrowser chooses(String... labels) {
        for (String label : labels) {
            var control = page.control(label);
            if (control.attr("type").equals("radio")) {
                page.html()
                        .select("input[type=radio][name=" + control.attr("name") + "]")
                        .removeAttr("checked");
            }
            control.attr("checked", "");
        }
        return this;
    }

    /** Clears the boxes with these labels. */
    public HttpBrowser unticks(String... labels) {
        Stream.of(labels).forEach(label -> page.control(label).removeAttr("checked"));
        return this;
    }

    /** Selects an option of the list with this label. */
    public HttpBrowser selects(String label, String option) {
        page.control(label)
                .select("option")
                .forEach(
                        candidate -> candidate.attr("selected", candidate.text().equals(option)));
        return this;
    }

    /** Chooses options of a question and continues to the next one. */
    public HttpBrowser answers(String... labels) {
        return chooses(labels).presses("Continue");
    }

    /** Submits the form that has a button with this text. */
    public HttpBrowser presses(String button) {
        return loads(request(page.form(button), button));
    }

    /** Posts form fields, with further headers as pairs of name and value, and follows redirects. */
    public HttpBrowser posts(String address, Map<String, List<String>> fields, String... headers) {
        var request = post(site.resolve(address), FormData.of(fields));
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return loads(request);
    }

    /** Posts form fields and a file, as a form of the type multipart/form-data does, and follows redirects. */
    public HttpBrowser uploads(String address, Map<String, String> fields, String field, byte[] file) {
        var boundary = UUID.randomUUID().toString();
        var parts = new ArrayList<byte[]>();
        fields.forEach((name, value) -> parts.add(part(boundary, name, value)));
        parts.add(part(boundary, "name=\"" + field + "\"; filename=\"a.yaml\"\r\nContent-Type: text/plain\r\n\r\n"));
        parts.add(file);
        return loads(postMultipart(site.resolve(address), boundary, parts));
    }

    private static HttpRequest.Builder postMultipart(URI address, String boundary, List<byte[]> parts) {
        var body = new ArrayList<>(parts);
        body.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(body));
    }

    private static byte[] part(String boundary, String name, String value) {
        return part(boundary, "name=\"" + name + "\"\r\n\r\n" + value);
    }

    private static byte[] part(String boundary, String content) {
        return ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + content)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Posts form fields and follows no redirect. */
    public HttpBrowser postsWithoutRedirect(String address, Map<String, String> fields) {
        var multiple = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        return loadsOnly(post(site.resolve(address), FormData.of(multiple)));
    }

    /** Posts JSON with a CSRF token, as scripts do, and follows no redirect. */
    public HttpBrowser postsJson(String address, String json, String csrfToken) {
        return loadsOnly(HttpRequest.newBuilder(site.resolve(address))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrfToken)
                .POST(BodyPublishers.ofString(json)));
    }

    /** Returns the CSRF token of the current page. */
    public String csrfToken() {
        return html().expectFirst("input[name=_csrf]").val();
    }

    /** Returns to an earlier page as it was, without a request, as the Back button may do. */
    public HttpBrowser returnsTo(HtmlPage earlier) {
        page = earlier;
        return this;
    }

    /** Changes the value of a hidden field. */
    public HttpBrowser tampersWith(String hiddenField, String value) {
        page.html().expectFirst("main input[name=" + hiddenField + "]").val(value);
        return this;
    }

    /** Returns another browser with a copy of the cookies. */
    public HttpBrowser inAnotherTab() {
        var tab = new HttpBrowser(site, expectsCookies);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> tab.cookies.getCookieStore().add(site, cookie));
        return tab;
    }

    /** Stores a cookie that the site has not set. */
    public HttpBrowser addsCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(site, cookie);
        return this;
    }

    /** Returns the value of a cookie, if there is one of this name. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Removes a cookie. */
    public HttpBrowser removesCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        return this;
    }

    /** Asserts that the main element has these texts. */
    public HttpBrowser sees(String... texts) {
        assertThat(page.text()).as("text of %s", page.address()).contains(texts);
        return this;
    }

    /** Asserts that the page has none of these texts, its title and header included. */
    public HttpBrowser doesNotSee(String... texts) {
        assertThat(text()).as("text of %s", page.address()).doesNotContain(texts);
        return this;
    }

    /** Asserts the main heading, and that the title repeats it. */
    public HttpBrowser seesHeading(String heading) {
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.html().title()).isEqualTo(heading + " - Certification path");
        return this;
    }

    /** Asserts that exactly these options are ticked. */
    public HttpBrowser seesTicked(String... labels) {
        assertThat(page.texts("label:has(input[checked]) > span:first-of-type")).containsExactly(labels);
        return this;
    }

    /** Asserts an error message: in the title, in the summary with a link to a control, and that the control exists. */
    public HttpBrowser seesProblem(String message) {
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

    /** Asserts that the page has the log-out button of this account. */
    public HttpBrowser isLoggedInAs(String username) {
        page.form("Log out " + username);
        return this;
    }

    /** Asserts the path and query of the current page. */
    public HttpBrowser isOn(String address) {
        assertThat(page.address()).as(this::text).isEqualTo(address);
        return this;
    }

    /** Asserts the status of the current page. */
    public HttpBrowser gets(int status) {
        assertThat(page.status())
                .as("status of %s:\n%s", page.address(), text())
                .isEqualTo(status);
        return this;
    }

    /** Returns a header of the last response, or an empty text. */
    public String header(String name) {
        return page.response().headers().firstValue(name).orElse("");
    }

    /** Returns the value of the field with this label. */
    public String value(String label) {
        return page.control(label).val();
    }

    /** Returns the text of every element on the page that matches a CSS selector. */
    public List<String> texts(String selector) {
        return html().select(selector).eachText();
    }

    /** Returns the text of the whole page, its title and header included. */
    public String text() {
        return html().text();
    }

    /** Returns the elements of the current page. */
    public Document html() {
        return page.html();
    }

    /** Returns the current page. */
    public HtmlPage page() {
        return page;
    }

    /** Returns all responses so far, redirects included. */
    public List<HttpResponse<String>> responses() {
        return List.copyOf(responses);
    }

    /** Returns the value of the {@code Cookie} header as this browser sends it. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Returns the value of the session cookie, if there is one. */
    public Optional<String> sessionCookie() {
        return cookie("certpath");
    }

    private HttpRequest.Builder request(FormElement form, String button) {
        var address = URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri());
        if (form.attr("enctype").equals("multipart/form-data")) {
            var boundary = UUID.randomUUID().toString();
            var parts = FormData.fields(form, button)
                    .map(field -> part(boundary, field.getKey(), field.getValue()))
                    .toList();
            return postMultipart(address, boundary, parts);
        }
        var fields = FormData.of(form, button);
        return form.attr("method").equalsIgnoreCase("post")
                ? post(address, fields)
                : HttpRequest.newBuilder(address.resolve(address.getRawPath() + "?" + fields));
    }

    private static HttpRequest.Builder post(URI address, String fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private HttpBrowser loads(HttpRequest.Builder request) {
        loadsOnly(request);
        for (int redirects = 0; page.status() / 100 == 3; redirects++) {
            assertThat(redirects).as("redirects").isLessThan(MAX_REDIRECTS);
            loadsOnly(HttpRequest.newBuilder(page.response().uri().resolve(header("Location"))));
        }
        return this;
    }

    private HttpBrowser loadsOnly(HttpRequest.Builder request) {
        headers.forEach(request::header);
        var cookieHeader = cookieHeader();
        if (!cookieHeader.isEmpty()) {
            request.header("Cookie", cookieHeader);
        }
        var response = HttpRequests.send(request);
        keepCookies(response);
        responses.add(response);
        page = HtmlPage.of(response);
        return this;
    }

    private void keepCookies(HttpResponse<String> response) {
        if (!expectsCookies) {
            assertThat(response.headers().allValues("Set-Cookie"))
                    .as("cookies of %s", response.uri())
                    .isEmpty();
        }
        response.headers()
                .allValues("Set-Cookie")
                .forEach(header -> HttpCookie.parse(header)
                        .forEach(cookie -> cookies.getCookieStore().add(response.uri(), cookie)));
    }
}
