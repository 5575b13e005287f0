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
 * A page as it came.
 *
 * @param response the answer to the last request that led to it
 * @param html its elements
 */
public record HtmlPage(HttpResponse<String> response, Document html) {

    static HtmlPage of(HttpResponse<String> response) {
        return new HtmlPage(
                response, Jsoup.parse(response.body(), response.uri().toString()));
    }

    /** Its status. */
    public int status() {
        return response.statusCode();
    }

    /** Its path and query. */
    public String address() {
        URI uri = response.uri();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Its only main heading, without the caption above it. */
    public String heading() {
        var headings = html.select("h1");
        assertThat(headings).as("h1 of %s", address()).hasSize(1);
        var heading = headings.get(0).clone();
        heading.select(".caption").remove();
        return heading.text();
    }

    /** The words of its main part. */
    public String words() {
        return html.select("main").text();
    }

    /** Everything in its main part that fits a CSS selector, as words. */
    public List<String> all(String selector) {
        return html.select("main").select(selector).eachText();
    }

    /** The control that has such a label: one around it, or one that names it. */
    Element control(String label) {
        var found = html.select("main label").stream()
                .filter(candidate -> words(candidate).equals(label))
                .findFirst();
        assertThat(found).as("'%s' among %s", label, all("label")).isPresent();
        return found.get().hasAttr("for")
                ? html.getElementById(found.get().attr("for"))
                : found.get().select("input").first();
    }

    /** What a label says first, before it explains itself. */
    private static String words(Element label) {
        var first = label.select("> span").first();
        return first == null ? label.text() : first.text();
    }

    /** The link of those words, wherever it is on the page. */
    Element link(String words) {
        var found = html.select("a[href]").stream()
                .filter(link -> link.text().equals(words))
                .findFirst();
        assertThat(found).as("link '%s' on %s", words, address()).isPresent();
        return found.get();
    }

    /** The form that has a button of those words. */
    FormElement form(String button) {
        var found = html.select("form").forms().stream()
                .filter(form -> form.select("button").eachText().contains(button))
                .findFirst();
        assertThat(found).as("button '%s' on %s", button, address()).isPresent();
        return found.get();
    }
}
