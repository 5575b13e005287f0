package dev.certpath.web.desk.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The way back from a case into the part of the queue that an advisor came from, and on to the cases beside it. It is
 * kept in the case's address: the part, and in it the place that the case had when it was listed, so that the way goes
 * on from there even when the case has moved or has left the part meanwhile.
 */
@Component
public class QueueNavigation {

    /** The trail of someone who came from elsewhere. */
    static final QueueParameters NONE = QueueParameters.of(Map.of());

    private final CaseSearch lists;
    private final QueueQueryParser reader;
    private final DeskUrls addresses;

    QueueNavigation(CaseSearch lists, QueueQueryParser reader, DeskUrls addresses) {
        this.lists = lists;
        this.reader = reader;
        this.addresses = addresses;
    }

    /**
     * A case beside.
     *
     * @param title what it is called by
     * @param address its page, with a trail of its own
     */
    public record Step(String title, String address) {}

    /**
     * The cases on both sides.
     *
     * @param previous the one before
     * @param next the one after
     */
    public record Steps(Optional<Step> previous, Optional<Step> next) {

        public boolean any() {
            return previous.isPresent() || next.isPresent();
        }
    }

    /** The trail to a case of a part that is shown in that order. */
    static QueueParameters to(CaseRow row, QueueParameters part, CaseSortOrder order) {
        return part.with(QueueParameters.AFTER, order.placeOf(row).toString());
    }

    /** Reads a trail as addresses carry it. Whatever else stands there leads nowhere, which harms nobody. */
    public QueueParameters read(String carried) {
        var form = parameters(carried).map(QueueParameters::of).orElse(NONE);
        return !form.value(QueueParameters.AFTER).isEmpty()
                        && reader.problems(form).isEmpty()
                ? form
                : NONE;
    }

    /** The cases on both sides of the one that a trail leads to; none without a trail. */
    public Steps neighbours(QueueParameters trail, String advisor) {
        if (trail.equals(NONE)) {
            return new Steps(Optional.empty(), Optional.empty());
        }
        var found = lists.neighbours(reader.query(trail, advisor));
        return new Steps(
                found.previous().map(row -> step(row, trail)), found.next().map(row -> step(row, trail)));
    }

    private Step step(CaseRow row, QueueParameters trail) {
        var title = row.name().isEmpty() ? row.reference() : row.name();
        return new Step(title, addresses.casePage(row.id(), to(row, trail, reader.order(trail))));
    }

    /** A name that stands without a value has none. */
    private static String decoded(@Nullable String value) {
        return value == null ? "" : UriUtils.decode(value, UTF_8);
    }

    private static Optional<LinkedMultiValueMap<String, String>> parameters(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .toSingleValueMap()
                    .forEach((name, value) -> parameters.add(name, decoded(value)));
            return Optional.of(parameters);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
