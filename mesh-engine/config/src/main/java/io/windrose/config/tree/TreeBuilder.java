package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
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

    private static final int LONGEST_SHARED = 40;

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
    private final Map<Anchor, Frame.Sized> anchored = new HashMap<>();
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
                    return tooMany(scalar, "members in one mapping or list", Frame.MAX_MEMBERS);
                }
                var node = scalar(scalar);
                scalar.getAnchor()
                        .ifPresent(anchor -> anchored.put(anchor, new Frame.Sized(node, 1)));
                add(new Frame.Sized(node, 1));
            }
            case AliasEvent alias -> {
                return repeat(alias);
            }
            case CollectionStartEvent start -> {
                nodes++;
                if (isFull()) {
                    return tooMany(start, "members in one mapping or list", Frame.MAX_MEMBERS);
                }
                var span = index.span(start.getStartMark(), start.getEndMark());
                open.push(new Frame(name, text, findings, start, span));
                if (open.size() > MAX_DEPTH) {
                    return Optional.of(
                            Problem.error(
                                    "MESH0104",
                                    open.element().span().in(name),
                                    "This is nested deeper than " + MAX_DEPTH + " levels."));
                }
            }
            case CollectionEndEvent end -> {
                var frame = open.pop();
                var sized = frame.whole(index.span(end.getStartMark(), end.getEndMark()));
                frame.anchor().ifPresent(anchor -> anchored.put(anchor, sized));
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
        repeated += target.size();
        if (repeated > MAX_REPEATED) {
            return Optional.of(
                    Problem.error(
                            "MESH0105",
                            span.in(name),
                            "The aliases of this file repeat more than "
                                    + MAX_REPEATED
                                    + " values; write them out."));
        }
        add(new Frame.Sized(at(target.node(), span), target.size()));
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

    private void add(Frame.Sized node) {
        if (open.isEmpty()) {
            root = node.node();
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
}
