package dev.certpath.web.desk.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.QueueParametersReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Links a case to the queue page that it was opened from and to the previous and next case of that queue.
 *
 * <p>The case's URL carries the parameters of the queue and, as {@link QueueParameters#AFTER}, the position that the case
 * had in it. The links therefore keep working when the case has changed its position or no longer matches the filters.
 */
@Component
public class QueueNavigation {

    private static final QueueParameters NONE = QueueParameters.of(Map.of());

    private final QueueParametersReader reader;
    private final CaseSearch search;
    private final QueueQueryParser parser;
    private final QueueParametersValidator validator;
    private final DeskUrls urls;

    QueueNavigation(
            QueueParametersReader reader,
            CaseSearch search,
            QueueQueryParser parser,
            QueueParametersValidator validator,
            DeskUrls urls) {
        this.reader = reader;
        this.search = search;
        this.parser = parser;
        this.validator = validator;
        this.urls = urls;
    }

    /**
     * A link to a case.
     *
     * @param title the student's name, or the reference if there is none
     * @param url the case's page, with the queue to return to
     */
    public record CaseLink(String title, String url) {}

    /**
     * Links to the cases next to a case.
     *
     * @param previous the case before it, if there is one
     * @param next the case after it, if there is one
     */
    public record AdjacentLinks(Optional<CaseLink> previous, Optional<CaseLink> next) {

        static final AdjacentLinks NONE = new AdjacentLinks(Optional.empty(), Optional.empty());

        /** Whether there is a previous or a next case. */
        public boolean any() {
            return previous.isPresent() || next.isPresent();
        }
    }

    /** The parameters that a case's URL carries when the case is listed in a queue. */
    static QueueParameters returnTo(CaseRow row, QueueParameters queue, CaseSortOrder order) {
        return queue.with(QueueParameters.AFTER, order.positionOf(row).toString());
    }

    /** Parses the parameters that a case's URL carries. Invalid ones are treated as absent. */
    public QueueParameters parse(String value) {
        var parameters = parseQuery(value).map(reader::read).orElse(NONE);
        boolean isPosition = !parameters.value(QueueParameters.AFTER).isEmpty();
        return isPosition && !validator.validate(parameters).hasErrors() ? parameters : NONE;
    }

    /** Finds the cases next to the one whose URL carries these parameters; none if they are empty. */
    public AdjacentLinks findAdjacent(QueueParameters returnTo, String advisor) {
        if (returnTo.equals(NONE)) {
            return AdjacentLinks.NONE;
        }
        var adjacent = search.findAdjacent(parser.toQuery(returnTo, parser.viewer(advisor)));
        return new AdjacentLinks(
                adjacent.previous().map(row -> toLink(row, returnTo)),
                adjacent.next().map(row -> toLink(row, returnTo)));
    }

    private CaseLink toLink(CaseRow row, QueueParameters queue) {
        var title = row.name().isEmpty() ? row.reference() : row.name();
        return new CaseLink(title, urls.caseUrl(row.id(), returnTo(row, queue, parser.sortOrder(queue))));
    }

    private static Optional<LinkedMultiValueMap<String, String>> parseQuery(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .toSingleValueMap()
                    .forEach((name, value) -> parameters.add(name, decode(value)));
            return Optional.of(parameters);
        } catch (IllegalArgumentException malformedEncoding) {
            return Optional.empty();
        }
    }

    /** A parameter without an equals sign has no value. */
    private static String decode(@Nullable String value) {
        return value == null ? "" : UriUtils.decode(value, UTF_8);
    }
}
