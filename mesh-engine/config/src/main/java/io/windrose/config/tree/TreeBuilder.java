package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Puts the parser's events together, with a stack of its own, so that no nesting of the input can
/// overflow the thread's.
///
/// One instance per text, on the caller's thread.
final class TreeBuilder {
    /// Kubernetes' deepest schemas nest about 60 levels.
    private static final int MAX_DEPTH = 256;

    /// Nodes that all aliases of a file may repeat.
    private static final int MAX_REPEATED = 50_000;

    /// Keys, values, mappings and lists of a file; twice what ten thousand routes need.
    private static final int MAX_NODES = 2_000_000;

    private static final int MAX_DOCUMENTS = 100_000;

    /// Members of one mapping or list; with more of them an object is larger than an API server
    /// takes, and a `List` of objects is as long as a file may be.
    private static final int MAX_MEMBERS = 100_000;

    private static final int LONGEST_SHARED = 40;

    /// Kubernetes' longest keys have 317: a prefix and a name.
    private static final int LONGEST_KEY = 1024;

    private static final int LONGEST_REASON = 300;
    private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]");
    private static final Optional<String> BINARY = Optional.of("tag:yaml.org,2002:binary");

    /// Of `\U` and eight digits.
    private static final int ESCAPE = 10;

    private static final int SMALLEST_BUFFER = 1024;
    private static final int PARTS = 16;

    private final String name;
    private final String text;
    private TextIndex index;
    private final List<YamlDocument> documents = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<Anchor, Sized> anchored = new HashMap<>();
    private FindingsBuilder findings = new FindingsBuilder();
    private @Nullable ConfigTree root;
    private int repeated;
    private int nodes;
    private int begun;

    /// Up to where the index' piece has been understood, in code points.
    private int read;

    /// Words of few letters, most of them keys that stand there again and again.
    private final Map<String, String> words = new HashMap<>();

    private TreeBuilder(String name, String text, TextIndex index) {
        this.name = name;
        this.text = text;
        this.index = index;
    }

    static Result<YamlFile> build(String name, String text) {
        var pieces = JsonStream.pieces(text);
        var first = pieces.size() == 1 ? TextIndex.of(text) : TextIndex.first(text, pieces.get(1));
        var builder = new TreeBuilder(name, text, first);
        var stop = builder.read();
        for (int i = 1; i < pieces.size() && stop.isEmpty(); i++) {
            int end = i + 1 < pieces.size() ? pieces.get(i + 1) : text.length();
            builder.index = builder.index.next(end);
            stop = builder.read();
        }
        return builder.result(stop);
    }

    /// The documents in a literal block scalar of a text, with the places where they stand in that
    /// text; empty for every other scalar.
    static Optional<Result<YamlFile>> buildInside(String name, String text, Scalar scalar) {
        return TextIndex.ofLiteral(text, scalar)
                .map(index -> {
                    var builder = new TreeBuilder(name, text, index);
                    return builder.result(builder.read());
                });
    }

    private Result<YamlFile> result(Optional<Problem> stop) {
        return stop.isPresent()
                ? Result.err(stop.get())
                : Result.ok(new YamlFile(name, text, documents));
    }

    /// @return the problem that ends the reading
    private Optional<Problem> read() {
        read = 0;
        try {
            for (var event : new Parse(settings(index.piece())).parseString(index.piece())) {
                var stop = on(event);
                if (stop.isPresent()) {
                    return stop;
                }
            }
            return Optional.empty();
        } catch (YamlEngineException error) {
            return Optional.of(notYaml(error));
        } catch (IllegalArgumentException _) {
            return Optional.of(noCharacter());
        }
    }

    /// Whatever the parser reads on inside of one value, it copies what it has of that value; hence
    /// it reads in few parts.
    private static LoadSettings settings(String piece) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.max(SMALLEST_BUFFER, piece.length() / PARTS))
                .build();
    }

    /// @return the problem that ends the reading
    private Optional<Problem> on(Event event) {
        read = event.getEndMark().map(Mark::getIndex).orElse(read);
        switch (event) {
            case DocumentStartEvent start -> {
                begun++;
                if (begun > MAX_DOCUMENTS) {
                    return tooMany(start, "documents", MAX_DOCUMENTS);
                }
                anchored.clear();
                findings = new FindingsBuilder();
                root = null;
            }
            case DocumentEndEvent _ -> endDocument();
            case ScalarEvent scalar -> {
                nodes++;
                if (nodes > MAX_NODES) {
                    return tooMany(scalar, "values", MAX_NODES);
                }
                if (isFull()) {
                    return tooMany(scalar, "members in one mapping or list", MAX_MEMBERS);
                }
                var node = scalar(scalar);
                scalar.getAnchor().ifPresent(anchor -> anchored.put(anchor, new Sized(node, 1)));
                add(new Sized(node, 1));
            }
            case AliasEvent alias -> {
                return repeat(alias);
            }
            case CollectionStartEvent start -> {
                nodes++;
                if (isFull()) {
                    return tooMany(start, "members in one mapping or list", MAX_MEMBERS);
                }
                open.push(new Frame(start, index.span(start.getStartMark(), start.getEndMark())));
                if (open.size() > MAX_DEPTH) {
                    return Optional.of(
                            Problem.error(
                                    "MESH0104",
                                    open.element().span.in(name),
                                    "This is nested deeper than " + MAX_DEPTH + " levels."));
                }
            }
            case CollectionEndEvent end -> {
                var frame = open.pop();
                var node = frame.node(index.span(end.getStartMark(), end.getEndMark()));
                var sized = new Sized(node, frame.size);
                frame.start.getAnchor().ifPresent(anchor -> anchored.put(anchor, sized));
                add(sized);
            }
            default -> {
                // the beginning and the end of the stream
            }
        }
        return Optional.empty();
    }

    private boolean isFull() {
        return !open.isEmpty() && open.element().isFull();
    }

    private Optional<Problem> tooMany(Event at, String what, int most) {
        return Optional.of(
                Problem.error(
                        "MESH0108",
                        index.span(at.getStartMark(), at.getStartMark()).in(name),
                        "The file holds more than %d %s; split it into smaller files."
                                .formatted(most, what)));
    }

    private void endDocument() {
        boolean empty = root instanceof Scalar scalar && scalar.plain() && scalar.text().isEmpty();
        if (root != null && !empty) {
            documents.add(new YamlDocument(documents.size(), root, findings.build()));
        }
    }

    private Scalar scalar(ScalarEvent event) {
        var span = index.span(event.getStartMark(), event.getEndMark());
        var style = event.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        var node =
                new Scalar(
                        shared(value(event, span)),
                        event.isPlain(),
                        event.getTag().orElse(""),
                        block ? index.trimmed(span) : span);
        Direction.problem(node, name).ifPresent(findings::add);
        return node;
    }

    private String value(ScalarEvent event, Span span) {
        var value = event.getValue();
        if (!event.getTag().equals(BINARY)) {
            return value;
        }
        var decoded = decoded(LINE_ENDS.matcher(value).replaceAll(""));
        if (decoded.isEmpty()) {
            findings.add(
                    Problem.error(
                            "MESH0101",
                            span.in(name),
                            "This is not YAML: behind `!!binary` stands base64."));
        }
        return decoded.orElse(value);
    }

    /// Empty for what is not base64, or lacks its padding.
    private static Optional<String> decoded(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return base64.length() % 4 == 0
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String shared(String word) {
        if (word.length() > LONGEST_SHARED) {
            return word;
        }
        var known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    private Optional<Problem> repeat(AliasEvent event) {
        var span = index.span(event.getStartMark(), event.getEndMark());
        var target = anchored.get(event.getAlias());
        if (target == null) {
            return Optional.of(
                    Problem.error(
                            "MESH0105",
                            span.in(name),
                            "The alias *"
                                    + shortened(event.getAlias().getValue())
                                    + " has no anchor before it."));
        }
        repeated += target.size;
        if (repeated > MAX_REPEATED) {
            return Optional.of(
                    Problem.error(
                            "MESH0105",
                            span.in(name),
                            "The aliases of this file repeat more than "
                                    + MAX_REPEATED
                                    + " values; write them out."));
        }
        add(new Sized(at(target.node, span), target.size));
        return Optional.empty();
    }

    /// The node itself stands at the alias, whatever it holds at the anchor.
    private static ConfigTree at(ConfigTree node, Span span) {
        return switch (node) {
            case Mapping mapping -> new Mapping(mapping.entries(), mapping.flow(), span);
            case Sequence sequence -> new Sequence(sequence.items(), sequence.flow(), span);
            case Scalar scalar -> new Scalar(scalar.text(), scalar.plain(), scalar.tag(), span);
        };
    }

    private void add(Sized node) {
        if (open.isEmpty()) {
            root = node.node;
        } else {
            open.element().add(node);
        }
    }

    private Problem notYaml(YamlEngineException error) {
        return switch (error) {
            case MarkedYamlEngineException marked -> {
                var place =
                        marked.getProblemMark()
                                .or(marked::getContextMark)
                                .map(mark -> index.place(name, mark))
                                .orElse(Place.inFile(name));
                var context = marked.getContext() == null ? "" : marked.getContext() + ", ";
                yield Problem.error(
                        "MESH0101",
                        place,
                        "This is not YAML: " + shortened(context + marked.getProblem()));
            }
            case ReaderException reader -> {
                int end = index.piece().offsetByCodePoints(0, Math.max(0, reader.getPosition()));
                yield Problem.error(
                        "MESH0102",
                        index.place(name, end),
                        "This is not text: it holds the control character U+%04X."
                                .formatted(reader.getCodePoint()));
            }
            default ->
                    Problem.error(
                            "MESH0101",
                            Place.inFile(name),
                            "This is not YAML: " + shortened(String.valueOf(error.getMessage())));
        };
    }

    /// For an escape such as `\UFFFFFFFF`, which the parser takes for a number like any other.
    private Problem noCharacter() {
        var piece = index.piece();
        int at = Math.max(0, piece.indexOf("\\U", piece.offsetByCodePoints(0, read)));
        return Problem.error(
                "MESH0101",
                index.place(name, at),
                "This is not YAML: the escape `%s` stands for no character."
                        .formatted(piece.substring(at, Math.min(piece.length(), at + ESCAPE))));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON
                ? reason
                : reason.substring(0, LONGEST_REASON) + "...";
    }

    /// @param size how many nodes it has, those that aliases repeat included
    private record Sized(ConfigTree node, int size) {}

    /// A mapping or list whose end has not come yet.
    private final class Frame {
        private final CollectionStartEvent start;
        private final Span span;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Entry> merged = new ArrayList<>();
        private final List<ConfigTree> items = new ArrayList<>();
        private @Nullable Scalar key;
        private int size = 1;
        private int members;

        Frame(CollectionStartEvent start, Span span) {
            this.start = start;
            this.span = span;
        }

        boolean isFull() {
            return members >= MAX_MEMBERS && key == null;
        }

        void add(Sized child) {
            size = Math.addExact(size, child.size);
            members += key == null ? 1 : 0;
            if (!(start instanceof MappingStartEvent)) {
                items.add(child.node);
            } else if (key == null) {
                key = key(child.node);
            } else {
                addEntry(new Entry(key, child.node));
                key = null;
            }
        }

        private void addEntry(Entry entry) {
            if (entry.key().plain() && entry.key().text().equals("<<")) {
                merge(entry.value());
                return;
            }
            var first = entries.putIfAbsent(entry.key().text(), entry);
            if (first != null) {
                findings.add(Severity.ERROR, () -> duplicate(first, entry));
            }
        }

        private Scalar key(ConfigTree node) {
            if (node instanceof Scalar scalar) {
                return scalar.text().length() <= LONGEST_KEY ? scalar : tooLong(scalar);
            }
            findings.add(
                    Problem.error(
                            "MESH0107",
                            node.span().in(name),
                            "A key must be text, not " + node.describe() + "."));
            return new Scalar(node.describe(), false, "", node.span());
        }

        private Scalar tooLong(Scalar key) {
            findings.add(
                    Problem.error(
                            "MESH0107",
                            key.span().in(name),
                            "A key has at most %d characters, not %d."
                                    .formatted(LONGEST_KEY, key.text().length())));
            return new Scalar(
                    key.text().substring(0, LONGEST_KEY), key.plain(), key.tag(), key.span());
        }

        private Problem duplicate(Entry first, Entry second) {
            return Problem.error(
                    "MESH0106",
                    second.key().span().in(name),
                    "The key `%s` stands here a second time; the first is in line %d."
                            .formatted(second.key().text(), first.key().span().line()));
        }

        /// YAML 1.1's merge key: what the mapping itself says wins.
        private void merge(ConfigTree from) {
            switch (from) {
                case Mapping mapping -> merged.addAll(mapping.entries());
                case Sequence sequence -> sequence.items().forEach(this::merge);
                case Scalar _ -> {
                    // `<<: null` merges nothing
                }
            }
        }

        ConfigTree node(Span end) {
            if (start instanceof MappingStartEvent) {
                var colon = textWithColon();
                if (colon.isPresent()) {
                    return colon.get();
                }
                var own = List.copyOf(entries.values());
                merged.forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
                var last = own.isEmpty() ? span : own.getLast().value().span();
                return new Mapping(List.copyOf(entries.values()), start.isFlow(), whole(end, last));
            }
            var last = items.isEmpty() ? span : items.getLast().span();
            return new Sequence(items, start.isFlow(), whole(end, last));
        }

        /// In `[2001:db8::]` the last colon ends a key to YAML 1.2, but belongs to the text for
        /// kubectl's reader, and for whoever wrote the address.
        private Optional<Scalar> textWithColon() {
            boolean pair = start.isFlow() && text.charAt(span.start()) != '{';
            if (!pair || entries.size() != 1) {
                return Optional.empty();
            }
            var entry = entries.values().iterator().next();
            var end = entry.value().span();
            boolean nothing = end.start() == end.end() && end.start() > 0;
            boolean touching = nothing && entry.key().span().end() + 1 == end.start();
            return touching && entry.key().plain()
                    ? Optional.of(
                            new Scalar(
                                    entry.key().text() + ":",
                                    true,
                                    "",
                                    entry.key().span().upTo(end)))
                    : Optional.empty();
        }

        private Span whole(Span end, Span last) {
            return span.upTo(start.isFlow() || last.end() < span.start() ? end : last);
        }
    }
}
