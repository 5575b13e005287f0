package dev.certpath.web.desk;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of the queue. */
@Component
public class QueueParametersReader {

    private final CurrentGuide currentGuide;

    QueueParametersReader(CurrentGuide currentGuide) {
        this.currentGuide = currentGuide;
    }

    /**
     * Reads request parameters. Ignores unknown ones; the values of a repeated parameter are joined with a comma, which
     * validation then rejects.
     */
    public QueueParameters read(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : names()) {
            values.put(
                    name,
                    String.join(",", parameters.getOrDefault(name, List.of())).strip());
        }
        return QueueParameters.of(values);
    }

    private List<String> names() {
        var questions = currentGuide.guide().questions();
        return Stream.of(
                        QueueParameters.BEFORE_ANSWERS,
                        questions.stream().map(Question::filter).toList(),
                        QueueParameters.AFTER_ANSWERS)
                .flatMap(List::stream)
                .toList();
    }
}
