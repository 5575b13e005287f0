package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HtmlPage;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** How much a browser receives on the way from the start page to a recommendation. */
class PageWeightTest {

    private static final int MAXIMUM_BYTES = 60_000;

    private static final String FILES = "link[rel=stylesheet], link[rel=icon], script[src], img[src]";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void pagesAndTheirFilesWeighLessThan60KilobytesCompressed() throws IOException, InterruptedException {
        int bytes = 0;
        for (URI address : journey().flatMap(this::pageAndFiles).distinct().toList()) {
            bytes += weight(address);
        }
        assertThat(bytes).isLessThan(MAXIMUM_BYTES);
    }

    private static Stream<HtmlPage> journey() {
        var student = TestApplication.shared().student();
        return Stream.<Runnable>of(
                        () -> student.opens("/"),
                        student::starts,
                        () -> student.answers("Google Cloud", "Kubernetes"),
                        () -> student.answers("Healthcare"),
                        () -> student.answers("ML research"),
                        () -> student.answers("Expert"),
                        () -> student.presses("Get my recommendation").gets(200))
                .map(step -> {
                    step.run();
                    return student.page();
                });
    }

    private Stream<URI> pageAndFiles(HtmlPage page) {
        var files = page.html().select(FILES).stream().map(PageWeightTest::address);
        return Stream.concat(Stream.of(page.response().uri()), files);
    }

    private static URI address(Element element) {
        return URI.create(element.absUrl(element.hasAttr("src") ? "src" : "href"));
    }

    /** Returns the size of a response as sent, with its headers. */
    private int weight(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
        return sizeOfHeaders(response) + response.body().length;
    }

    private static int sizeOfHeaders(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> (header.getKey() + ": " + value + "\r\n").length())
                        .sum())
                .sum();
    }
}
