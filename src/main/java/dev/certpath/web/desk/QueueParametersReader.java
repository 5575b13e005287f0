package dev.certpath.web.desk;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of the queue. */
@Component
public class QueueParametersReader {

    private final List<String> names;

    QueueParametersReader(Guide guide) {
        this.names = Stream.of(
                        QueueParameters.BEFORE_ANSWERS,
                        guide.questions().stream().map(Question::filter).toList(),
                        QueueParameters.AFTER_ANSWERS)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Reads request parameters. Ignores unknown ones; the values of a repeated parameter are joined with a comma, which
     * validation then rejects.
     */
    public QueueParameters read(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : names) {
            values.put(
                    name,
                    String.join(",", parameters.getOrDefault(name, List.of())).strip());
        }
        return QueueParameters.of(values);
    }
}
