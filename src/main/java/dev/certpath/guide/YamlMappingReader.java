package dev.certpath.guide;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file, read value by value. What is missing or of the wrong kind is noted with its line and
 * replaced by something harmless, so that one reading finds every problem.
 */
final class YamlMappingReader {

    /** Stands for a text that could not be read. */
    private static final String MISREAD = "?";

    private static final String NOT_A_MAPPING = "expected a mapping of names to values";

    private final String file;
    private final List<GuideViolation> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final int line;

    private YamlMappingReader(String file, List<GuideViolation> problems, @Nullable Node node) {
        this.file = file;
        this.problems = problems;
        this.line = node == null ? 1 : line(node.getStartMark());
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> put(entry.getKeyNode(), entry.getValueNode()));
        } else {
            problem(NOT_A_MAPPING);
        }
    }

    /** The whole of a file, with the problems in it added to the list; empty when it can't be read at all. */
    static Optional<YamlMappingReader> whole(GuideFile file, List<GuideViolation> problems) {
        try {
            if (new Yaml(new LoaderOptions()).compose(new StringReader(file.text())) instanceof MappingNode root) {
                return Optional.of(new YamlMappingReader(file.name(), problems, root));
            }
            problems.add(new GuideViolation(file.name(), 1, NOT_A_MAPPING));
        } catch (MarkedYAMLException broken) {
            problems.add(new GuideViolation(file.name(), line(broken.getProblemMark()), broken.getProblem()));
        } catch (YAMLException broken) {
            problems.add(new GuideViolation(file.name(), 1, String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    boolean has(String name) {
        asked.add(name);
        return values.containsKey(name);
    }

    String text(String name) {
        require(name);
        String text = text(name, MISREAD);
        if (text.isBlank()) {
            problemAt(name, "'" + name + "' is empty");
        }
        return text;
    }

    String text(String name, String otherwise) {
        return read(name, otherwise, Function.identity(), "a text");
    }

    int number(String name) {
        require(name);
        var number = optionalNumber(name);
        return number == null ? 1 : number;
    }

    @Nullable
    Integer optionalNumber(String name) {
        return has(name) ? read(name, 1, YamlMappingReader::countingNumber, "a whole number, not below 0") : null;
    }

    LocalDate day(String name) {
        require(name);
        var day = optionalDay(name);
        return day == null ? LocalDate.EPOCH : day;
    }

    @Nullable
    LocalDate optionalDay(String name) {
        var day = read(name, LocalDate.EPOCH, LocalDate::parse, "a day such as 2026-11-23");
        return day.equals(LocalDate.EPOCH) ? null : day;
    }

    boolean flag(String name) {
        return oneOf(name, "false", "true", "false").equals("true");
    }

    /** One of the given words. */
    String oneOf(String name, String otherwise, String... words) {
        String word = text(name, otherwise);
        if (!List.of(words).contains(word)) {
            problemAt(name, "'" + name + "' is '" + word + "', expected one of " + List.of(words));
            return otherwise;
        }
        return word;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Node item : items(name)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problemAt(name, "'" + name + "' must be a list of texts");
            }
        }
        return texts;
    }

    List<YamlMappingReader> sections(String name) {
        return items(name).stream()
                .map(item -> new YamlMappingReader(file, problems, item))
                .toList();
    }

    /** The items of a list, each read from its section; notes those whose name is there twice. */
    <T> List<T> named(String list, String what, Function<YamlMappingReader, T> read, Function<T, String> name) {
        var seen = new HashSet<String>();
        var all = new ArrayList<T>();
        for (YamlMappingReader section : sections(list)) {
            var item = read.apply(section);
            if (!seen.add(name.apply(item))) {
                section.problem(what + " " + name.apply(item) + " is there twice");
            }
            all.add(item);
        }
        return List.copyOf(all);
    }

    YamlMappingReader section(String name) {
        asked.add(name);
        return new YamlMappingReader(file, problems, values.get(name));
    }

    /** The names in this section, for sections whose names are data; asks for all of them. */
    Set<String> names() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** Notes every name that nobody asked for. Call it when everything was read. */
    void nothingElse() {
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> problemAt(name, "'" + name + "' is not known here, expected " + asked));
    }

    /** Notes a problem with the section as a whole. */
    void problem(String what) {
        problems.add(new GuideViolation(file, line, what));
    }

    /** Notes a problem with one of its values. */
    void problemAt(String name, String what) {
        var node = values.get(name);
        problems.add(new GuideViolation(file, node == null ? line : line(node.getStartMark()), what));
    }

    private void put(Node key, Node value) {
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : key.toString();
        if (values.put(name, value) != null) {
            problemAt(name, "'" + name + "' is there twice");
        }
    }

    private void require(String name) {
        if (!has(name)) {
            problem("'" + name + "' is missing");
        }
    }

    private List<Node> items(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (values.get(name) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problemAt(name, "'" + name + "' must be a list");
        return List.of();
    }

    private <T> T read(String name, T otherwise, Function<String, T> as, String kind) {
        asked.add(name);
        var node = values.get(name);
        if (node == null) {
            return otherwise;
        }
        try {
            if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
                return as.apply(scalar.getValue());
            }
        } catch (NumberFormatException | DateTimeParseException wrong) {
            // Falls through: one sentence covers every way of being wrong.
        }
        problemAt(name, "'" + name + "' must be " + kind);
        return otherwise;
    }

    private static Integer countingNumber(String text) {
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
