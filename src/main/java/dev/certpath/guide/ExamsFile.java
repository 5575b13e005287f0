package dev.certpath.guide;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML of the exams, with the facts about each exam by their keys, to change facts and to compare two versions. A change
 * writes one exam again and leaves the rest of the text as it is, comments included. {@link GuideReader} validates the result.
 */
public final class ExamsFile {

    private static final String EXAM = "exam";
    private static final String SOURCES = "sources";

    /** The keys of an exam that can be added to it, after those that come before them. */
    private static final List<String> ORDER = List.of(
            EXAM,
            "certification",
            "short",
            "level",
            "stage",
            "opens",
            "opens-certainty",
            "closes",
            "closes-certainty",
            "closes-language",
            "attempts",
            "price-usd",
            "url",
            "checked",
            "successor",
            SOURCES);

    /** Keys whose values are written without quotes although they are no texts in YAML. */
    private static final Set<String> DAYS_AND_NUMBERS = Set.of("opens", "closes", "price-usd", "checked", "dated");

    private final String text;
    private final Map<String, MappingNode> exams = new LinkedHashMap<>();

    private ExamsFile(String text) {
        this.text = text;
        var root = (MappingNode) new Yaml(new LoaderOptions()).compose(new StringReader(text));
        Stream.of("exams", "alongside")
                .flatMap(key -> find(root, key).stream())
                .flatMap(list -> ((SequenceNode) list).getValue().stream())
                .map(MappingNode.class::cast)
                .forEach(exam -> exams.putIfAbsent(value(exam, EXAM), exam));
    }

    /**
     * Parses the text of a file that {@link GuideReader} accepts.
     *
     * @throws RuntimeException if it is no YAML, or not that of exams
     */
    public static ExamsFile parse(String text) {
        return new ExamsFile(text);
    }

    /** The text of the file. */
    public String text() {
        return text;
    }

    /** The codes of all exams, additional ones last. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(exams.keySet());
    }

    /** The facts about an exam by key; a fact that is a list has several values. Empty if there is no such exam. */
    public Map<String, List<String>> facts(String exam) {
        var facts = new LinkedHashMap<String, List<String>>();
        Optional.ofNullable(exams.get(exam))
                .ifPresent(node -> node.getValue()
                        .forEach(fact -> facts.put(text(fact.getKeyNode()), values(fact.getValueNode()))));
        return facts;
    }

    /**
     * Returns the file with other facts about an exam.
     *
     * @param exam the code of the exam
     * @param facts the facts by key; an empty one is removed
     */
    public ExamsFile with(String exam, Map<String, String> facts) {
        var changed = new ArrayList<>(node(exam).getValue());
        facts.forEach((key, value) ->
                set(changed, key, value.isEmpty() ? Optional.empty() : Optional.of(scalar(key, value))));
        return replace(exam, changed);
    }

    /**
     * Returns the file with a source for facts about an exam. If the exam has a source for the same fact at the same URL, that
     * source gets the new date. The page of the exam comes first, others come last.
     */
    public ExamsFile withSource(String exam, Exam.Source source) {
        var changed = new ArrayList<>(node(exam).getValue());
        var sources = find(node(exam), SOURCES)
                .map(list -> new ArrayList<>(((SequenceNode) list).getValue()))
                .orElseGet(ArrayList::new);
        sources.removeIf(other -> other instanceof MappingNode known
                && value(known, "fact").equals(source.fact())
                && value(known, "url").equals(source.url()));
        sources.add(source.url().equals(value(node(exam), "url")) ? 0 : sources.size(), toNode(source));
        set(changed, SOURCES, Optional.of(new SequenceNode(Tag.SEQ, sources, FlowStyle.BLOCK)));
        return replace(exam, changed);
    }

    private static void set(List<NodeTuple> facts, String key, Optional<Node> value) {
        var keys = facts.stream().map(fact -> text(fact.getKeyNode())).toList();
        int known = keys.indexOf(key);
        if (known >= 0) {
            facts.remove(known);
        }
        value.ifPresent(
                node -> facts.add(known >= 0 ? known : positionOf(key, keys), new NodeTuple(scalar("", key), node)));
    }

    /** The position after the keys that come before a new one. */
    private static int positionOf(String key, List<String> keys) {
        return ORDER.subList(0, ORDER.indexOf(key)).stream()
                        .mapToInt(keys::indexOf)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private ExamsFile replace(String exam, List<NodeTuple> facts) {
        var old = node(exam);
        int start = offset(old.getStartMark().getIndex());
        var indentation = "\n" + " ".repeat(old.getStartMark().getColumn());
        var section = write(new MappingNode(Tag.MAP, facts, FlowStyle.BLOCK)).replaceAll("\n(?=.)", indentation);
        return new ExamsFile(text.substring(0, start) + section + text.substring(end(old)));
    }

    private static String write(Node node) {
        var options = new DumperOptions();
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setSplitLines(false);
        var writer = new StringWriter();
        new Yaml(options).serialize(node, writer);
        return writer.toString().stripTrailing();
    }

    /** Where the last character of a node ends: the end of a mapping includes the comments after it. */
    private int end(Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            return end(last(mapping.getValue()).getValueNode());
        }
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            return end(last(list.getValue()));
        }
        int start = offset(node.getStartMark().getIndex());
        int end = offset(node.getEndMark().getIndex());
        return start + text.substring(start, end).stripTrailing().length();
    }

    /** Marks count characters by code points. */
    private int offset(int index) {
        return text.offsetByCodePoints(0, index);
    }

    private MappingNode node(String exam) {
        return Objects.requireNonNull(exams.get(exam), () -> "There is no exam " + exam);
    }

    private static MappingNode toNode(Exam.Source source) {
        var facts = new ArrayList<NodeTuple>();
        var values = new LinkedHashMap<String, String>();
        values.put("fact", source.fact());
        values.put("where", source.where());
        values.put("url", source.url());
        values.put("dated", source.dated());
        values.forEach((key, value) -> facts.add(new NodeTuple(scalar("", key), scalar(key, value))));
        return new MappingNode(Tag.MAP, facts, FlowStyle.BLOCK);
    }

    private static Node scalar(String key, String value) {
        var tag = DAYS_AND_NUMBERS.contains(key) ? new Resolver().resolve(NodeId.scalar, value, true) : Tag.STR;
        return new ScalarNode(tag, value, null, null, ScalarStyle.PLAIN);
    }

    private static Optional<Node> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(fact -> text(fact.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static String value(MappingNode mapping, String key) {
        return find(mapping, key).map(ExamsFile::text).orElse("");
    }

    private static List<String> values(Node node) {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(ExamsFile::text).toList()
                : List.of(text(node));
    }

    /** A node as people read it on one line. */
    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(ExamsFile::text).collect(Collectors.joining(", "));
        }
        return ((MappingNode) node)
                .getValue().stream().map(fact -> text(fact.getValueNode())).collect(Collectors.joining("; "));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
