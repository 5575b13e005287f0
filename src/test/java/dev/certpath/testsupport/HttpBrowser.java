package dev.certpath.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Someone with a browser that has no script: opens pages, fills in forms by their labels, and sees what is there. */
public final class HttpBrowser {

    private String base;
    private final Connection browser =
            Jsoup.newSession().ignoreHttpErrors(true).ignoreContentType(true).timeout(60_000);
    private Connection.Response answer;
    private Document page = Document.createShell("");

    public HttpBrowser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Turns to another instance of the application, as a load balancer may send anyone there. */
    public HttpBrowser turnsTo(TestApplication site) {
        base = "http://localhost:" + site.port();
        return this;
    }

    public HttpBrowser opens(String address) {
        return receives(browser.newRequest(absolute(address)).method(Connection.Method.GET));
    }

    /** Sends a form of one's own making, and follows no redirect. */
    public HttpBrowser sends(String address, Map<String, String> fields) {
        return receives(browser.newRequest(absolute(address))
                .method(Connection.Method.POST)
                .data(fields)
                .followRedirects(false));
    }

    public HttpBrowser follows(String link) {
        return opens(page.select("a").stream()
                .filter(anchor -> anchor.text().equals(link))
                .map(anchor -> anchor.absUrl("href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link says \"" + link + "\":\n" + text())));
    }

    public HttpBrowser logsIn(String name, String password) {
        return opens("/login").types("Name", name).types("Password", password).presses("Log in");
    }

    /** The same, but looks at no page yet: the queue takes the site more work than all the rest of a login. */
    public HttpBrowser entersAs(String name, String password) {
        opens("/login").types("Name", name).types("Password", password);
        receives(form("Log in").submit().followRedirects(false));
        assertEquals(absolute("/advisor"), header("Location"), this::text);
        return this;
    }

    public HttpBrowser types(String label, String text) {
        var control = control(label);
        if (control.nameIs("textarea")) {
            control.text(text);
        } else {
            control.val(text);
        }
        return this;
    }

    /** Selects an option of a list, or a radio button or tick box. */
    public HttpBrowser chooses(String label) {
        var control = control(label);
        page.select("input[name=" + control.attr("name") + "]").forEach(other -> other.removeAttr("checked"));
        control.attr("checked", "");
        return this;
    }

    public HttpBrowser selects(String label, String option) {
        control(label)
                .select("option")
                .forEach(one -> one.attr("selected", one.text().equals(option)));
        return this;
    }

    public HttpBrowser presses(String button) {
        return receives(form(button).submit());
    }

    /** Changes what a page of ours would send unseen. */
    public HttpBrowser tampersWith(String hiddenField, String value) {
        Objects.requireNonNull(page.selectFirst("main input[name=" + hiddenField + "]"))
                .val(value);
        return this;
    }

    /** The same browser with the same cookies, in another tab. */
    public HttpBrowser inAnotherTab() {
        var tab = new HttpBrowser(URI.create(base).getPort());
        browser.cookieStore()
                .getCookies()
                .forEach(cookie -> tab.browser.cookieStore().add(URI.create(base), cookie));
        return tab;
    }

    /** Brings a cookie that no page of ours has given. */
    public HttpBrowser brings(String cookie, String value) {
        var brought = new HttpCookie(cookie, value);
        brought.setDomain("localhost.local");
        brought.setPath("/");
        brought.setVersion(0);
        browser.cookieStore().add(URI.create(base), brought);
        return this;
    }

    public HttpBrowser loses(String cookie) {
        browser.cookieStore().getCookies().stream()
                .filter(kept -> kept.getName().equals(cookie))
                .toList()
                .forEach(kept -> browser.cookieStore().remove(null, kept));
        return this;
    }

    public HttpBrowser sees(String text) {
        assertTrue(text().contains(text), () -> "\"" + text + "\" is missing:\n" + text());
        return this;
    }

    public HttpBrowser seesNo(String text) {
        assertFalse(text().contains(text), () -> "\"" + text + "\" is there:\n" + text());
        return this;
    }

    public HttpBrowser isOn(String address) {
        var uri = URI.create(answer.url().toString());
        var query = uri.getRawQuery();
        assertEquals(address, uri.getPath() + (query == null ? "" : "?" + query), this::text);
        return this;
    }

    public HttpBrowser gets(int status) {
        assertEquals(status, answer.statusCode(), this::text);
        return this;
    }

    public String header(String name) {
        return Optional.ofNullable(answer.header(name)).orElse("");
    }

    /** What the control of that label holds. */
    public String typed(String label) {
        return control(label).val();
    }

    /** The text of every element that a CSS selector finds. */
    public List<String> texts(String selector) {
        return page.select(selector).eachText();
    }

    public String text() {
        return page.text();
    }

    public Document page() {
        return page;
    }

    /** The cookies as this browser would send them. */
    public String cookies() {
        return browser.cookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The session's name, if there is a session. */
    public Optional<String> session() {
        return browser.cookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpBrowser receives(Connection request) {
        try {
            answer = request.execute();
            page = answer.parse();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FormElement form(String button) {
        return page.select("form").stream()
                .filter(one -> one.select("button").stream()
                        .anyMatch(shown -> shown.text().equals(button)))
                .map(FormElement.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button says \"" + button + "\":\n" + text()));
    }

    private Element control(String label) {
        var found = page.select("main label").stream()
                .filter(one -> one.text().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No control is called \"" + label + "\":\n" + text()));
        var control = found.hasAttr("for") ? page.getElementById(found.attr("for")) : found.selectFirst("input");
        return Objects.requireNonNull(control, label);
    }

    private String absolute(String address) {
        return address.startsWith("/") ? base + address : address;
    }
}
