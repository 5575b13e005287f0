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
import java.util.regex.Pattern;
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
 * Reads a YAML mapping value by value. A missing or invalid value adds a violation with its line and is replaced by a
 * placeholder, so that one pass finds all violations.
 */
final class YamlMappingReader {

    /** Replaces a text that is missing or invalid. */
    private static final String PLACEHOLDER = "?";

    private static final int MAX_TEXT_LENGTH = 1000;

    private static final int MAX_YEAR = 9999;

    /** Characters that no page and no file can show: control characters, and surrogates without the other half. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private static final String NOT_A_MAPPING = "expected a mapping of keys to values";

    private final String file;
    private final List<GuideViolation> violations;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> knownKeys = new LinkedHashSet<>();
    private final int line;

    private YamlMappingReader(String file, List<GuideViolation> violations, @Nullable Node node) {
        this.file = file;
        this.violations = violations;
        this.line = node == null ? 1 : line(node.getStartMark());
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> put(entry.getKeyNode(), entry.getValueNode()));
        } else {
            addViolation(NOT_A_MAPPING);
        }
    }

    /** Parses a file and adds violations to the list; empty if the file is not a YAML mapping. */
    static Optional<YamlMappingReader> parse(GuideFile file, List<GuideViolation> violations) {
        return file.text(violations).flatMap(text -> parse(file, text, violations));
    }

    private static Optional<YamlMappingReader> parse(GuideFile file, String text, List<GuideViolation> violations) {
        try {
            if (new Yaml(new LoaderOptions()).compose(new StringReader(text)) instanceof MappingNode root) {
                return Optional.of(new YamlMappingReader(file.name(), violations, root));
            }
            violations.add(new GuideViolation(file.name(), 1, NOT_A_MAPPING));
        } catch (MarkedYAMLException invalid) {
            violations.add(new GuideViolation(file.name(), line(invalid.getProblemMark()), invalid.getProblem()));
        } catch (YAMLException invalid) {
            violations.add(new GuideViolation(file.name(), 1, String.valueOf(invalid.getMessage())));
        }
        return Optional.empty();
    }

    boolean has(String key) {
        knownKeys.add(key);
        return values.containsKey(key);
    }

    String text(String key) {
        requireKey(key);
        String text = text(key, PLACEHOLDER);
        if (text.isBlank()) {
            addViolationAt(key, "'" + key + "' is empty");
        }
        return text;
    }

    String text(String key, String defaultValue) {
        String text = read(key, defaultValue, Function.identity(), "a text");
        if (text.length() > MAX_TEXT_LENGTH) {
            addViolationAt(key, "'" + key + "' is longer than " + MAX_TEXT_LENGTH + " characters");
        }
        if (UNPRINTABLE.matcher(text).find()) {
            addViolationAt(key, "'" + key + "' has a control character");
        }
        return text;
    }

    /** Reads a text that must have a format. */
    String code(String key, CodeFormat format) {
        String code = text(key);
        if (isText(values.get(key)) && !code.isBlank() && !format.matches(code)) {
            addViolationAt(key, "'" + key + "' must consist of " + format.description());
        }
        return code;
    }

    int number(String key) {
        requireKey(key);
        var number = optionalNumber(key);
        return number == null ? 1 : number;
    }

    @Nullable
    Integer optionalNumber(String key) {
        return has(key)
                ? read(key, 1, text -> parseNumber(text, 0, Integer.MAX_VALUE), "a whole number of at least 0")
                : null;
    }

    /** Reads a number with limits, both included. */
    int number(String key, int minimum, int maximum) {
        requireKey(key);
        var number = optionalNumber(key, minimum, maximum);
        return number == null ? minimum : number;
    }

    @Nullable
    Integer optionalNumber(String key, int minimum, int maximum) {
        var expected = "a whole number from " + minimum + " to " + maximum;
        return has(key) ? read(key, minimum, text -> parseNumber(text, minimum, maximum), expected) : null;
    }

    LocalDate day(String key) {
        requireKey(key);
        var day = optionalDay(key);
        return day == null ? LocalDate.EPOCH : day;
    }

    @Nullable
    LocalDate optionalDay(String key) {
        var day = read(key, LocalDate.EPOCH, YamlMappingReader::parseDay, "a date such as 2026-11-23");
        return day.equals(LocalDate.EPOCH) ? null : day;
    }

    boolean flag(String key) {
        return oneOf(key, "false", "true", "false").equals("true");
    }

    /** Reads a text that must be one of the allowed values. */
    String oneOf(String key, String defaultValue, String... allowed) {
        String value = text(key, defaultValue);
        if (!List.of(allowed).contains(value)) {
            addViolationAt(key, "'" + key + "' is '" + value + "', expected one of " + List.of(allowed));
            return defaultValue;
        }
        return value;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                addViolationAt(key, "'" + key + "' must be a list of texts");
            }
        }
        return texts;
    }

    List<YamlMappingReader> sections(String key) {
        return items(key).stream()
                .map(item -> new YamlMappingReader(file, violations, item))
                .toList();
    }

    /** Reads the items of a list and adds a violation for each identifier that occurs twice. */
    <T> List<T> uniqueItems(
            String key, String itemType, Function<YamlMappingReader, T> read, Function<T, String> identifier) {
        var seen = new HashSet<String>();
        var all = new ArrayList<T>();
        for (YamlMappingReader section : sections(key)) {
            var item = read.apply(section);
            if (!seen.add(identifier.apply(item))) {
                section.addViolation(itemType + " " + identifier.apply(item) + " is defined twice");
            }
            all.add(item);
        }
        return List.copyOf(all);
    }

    YamlMappingReader section(String key) {
        knownKeys.add(key);
        return new YamlMappingReader(file, violations, values.get(key));
    }

    /** The keys of this mapping, for mappings whose keys are data; all of them count as known. */
    Set<String> keys() {
        knownKeys.addAll(values.keySet());
        return values.keySet();
    }

    /** Adds a violation for every key that was not read. To be called after reading all known keys. */
    void rejectUnknownKeys() {
        values.keySet().stream()
                .filter(key -> !knownKeys.contains(key))
                .forEach(key -> addViolationAt(key, "'" + key + "' is unknown, expected one of " + knownKeys));
    }

    /** Adds a violation at the first line of this mapping. */
    void addViolation(String message) {
        violations.add(new GuideViolation(file, line, message));
    }

    /** Adds a violation at the line of a value, or of this mapping if the key is missing. */
    void addViolationAt(String key, String message) {
        var node = values.get(key);
        violations.add(new GuideViolation(file, node == null ? line : line(node.getStartMark()), message));
    }

    private void put(Node key, Node value) {
        String text = key instanceof ScalarNode scalar ? scalar.getValue() : key.toString();
        if (values.put(text, value) != null) {
            addViolationAt(text, "'" + text + "' is defined twice");
        }
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    }

    private void requireKey(String key) {
        if (!has(key)) {
            addViolation("'" + key + "' is missing");
        }
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        addViolationAt(key, "'" + key + "' must be a list");
        return List.of();
    }

    private <T> T read(String key, T defaultValue, Function<String, T> conversion, String expected) {
        knownKeys.add(key);
        var node = values.get(key);
        if (node == null) {
            return defaultValue;
        }
        try {
            if (node instanceof ScalarNode scalar && isText(node)) {
                return conversion.apply(scalar.getValue());
            }
        } catch (NumberFormatException | DateTimeParseException invalid) {
            // The violation below covers every kind of invalid value.
        }
        addViolationAt(key, "'" + key + "' must be " + expected);
        return defaultValue;
    }

    private static int parseNumber(String text, int minimum, int maximum) {
        int number = Integer.parseInt(text);
        if (number < minimum || number > maximum) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static LocalDate parseDay(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > MAX_YEAR) {
            throw new DateTimeParseException("The year has not four digits", text, 0);
        }
        return day;
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
