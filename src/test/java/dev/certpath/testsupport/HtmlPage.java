package dev.certpath.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A response and the elements of its page.
 *
 * @param response the response to the last request that led to the page, after redirects
 * @param html the parsed body
 */
public record HtmlPage(HttpResponse<String> response, Document html) {

    static HtmlPage of(HttpResponse<String> response) {
        return new HtmlPage(
                response, Jsoup.parse(response.body(), response.uri().toString()));
    }

    /** Returns the status code. */
    public int status() {
        return response.statusCode();
    }

    /** Returns the path and query. */
    public String address() {
        URI uri = response.uri();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Returns the text of the only main heading, without the caption above it. */
    public String heading() {
        var headings = html.select("h1");
        assertThat(headings).as("h1 of %s", address()).hasSize(1);
        var heading = headings.get(0).clone();
        heading.select(".caption").remove();
        return heading.text();
    }

    /** Returns the text of the main element, or of the whole page if it has none. */
    public String text() {
        var main = html.selectFirst("main");
        return main == null ? html.text() : main.text();
    }

    /** Returns the text of every element inside the main element that matches a CSS selector. */
    public List<String> texts(String selector) {
        return html.select("main").select(selector).eachText();
    }

    /** Finds the control inside the main element by its label, which either encloses it or refers to it by id. */
    Element control(String label) {
        var match = html.select("main label").stream()
                .filter(candidate -> labelText(candidate).equals(label))
                .findFirst();
        assertThat(match).as("'%s' among %s", label, texts("label")).isPresent();
        return match.get().hasAttr("for")
                ? html.getElementById(match.get().attr("for"))
                : match.get().select("input").first();
    }

    /** The first part of a label, without the explanation after it. */
    private static String labelText(Element label) {
        var first = label.select("> span").first();
        return first == null ? label.text() : first.text();
    }

    /** Finds a link anywhere on the page by its text, with or without that of elements in it, such as a number. */
    Element link(String text) {
        var match = html.select("a[href]").stream()
                .filter(link -> link.text().equals(text) || link.ownText().equals(text))
                .findFirst();
        assertThat(match).as("link '%s' on %s:\n%s", text, address(), text()).isPresent();
        return match.get();
    }

    /** Finds the form that has a button with this text. */
    FormElement form(String button) {
        var match = html.select("form").forms().stream()
                .filter(form -> form.select("button").eachText().contains(button))
                .findFirst();
        assertThat(match)
                .as("button '%s' on %s:\n%s", button, address(), text())
                .isPresent();
        return match.get();
    }
}
