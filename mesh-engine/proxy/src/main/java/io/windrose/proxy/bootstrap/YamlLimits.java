package io.windrose.proxy.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What text may grow to before anything is built of it: depth, and size with each alias written
/// out.
///
/// Confined to one reading.
final class YamlLimits {
    /// Deeper than any bootstrap, and shallow enough for recursion.
    private static final int DEEPEST = 200;

    /// Scalars and collections; ten thousand routes have about half a million.
    private static final long MOST_NODES = 10_000_000;

    /// A collection that has not ended yet, and its nodes so far.
    private static final class Open {
        private final Optional<Anchor> anchor;
        private long nodes = 1;

        private Open(Optional<Anchor> anchor) {
            this.anchor = anchor;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Long> nodes = new HashMap<>();

    /// @throws MarkedYamlEngineException where the text passes a limit
    void check(Iterable<Event> events) {
        for (var event : events) {
            switch (event) {
                case CollectionStartEvent start -> begin(start);
                case AliasEvent alias -> add(size(alias), alias);
                case ScalarEvent scalar -> {
                    scalar.getAnchor().ifPresent(anchor -> nodes.put(anchor, 1L));
                    add(1, scalar);
                }
                default -> {
                    switch (event.getEventId()) {
                        case MappingEnd, SequenceEnd -> end(event);
                        default -> {
                            // neither opens nor closes anything
                        }
                    }
                }
            }
        }
    }

    private void begin(CollectionStartEvent start) {
        start.getAnchor().ifPresent(nodes::remove);
        open.push(new Open(start.getAnchor()));
        if (open.size() > DEEPEST) {
            throw new TooMuch("the text is nested deeper than " + DEEPEST, start.getStartMark());
        }
    }

    private void end(Event event) {
        var ended = open.pop();
        ended.anchor.ifPresent(anchor -> nodes.put(anchor, ended.nodes));
        add(ended.nodes, event);
    }

    private void add(long more, Event event) {
        var around = open.peek();
        if (around == null) {
            return;
        }
        around.nodes += more;
        if (around.nodes > MOST_NODES) {
            throw new TooMuch(
                    "the text stands for more than %d values".formatted(MOST_NODES),
                    event.getStartMark());
        }
    }

    private long size(AliasEvent alias) {
        if (open.stream().anyMatch(each -> each.anchor.equals(Optional.of(alias.getAlias())))) {
            throw new TooMuch(
                    "the alias %s stands inside what it stands for".formatted(alias.getAlias()),
                    alias.getStartMark());
        }
        return nodes.getOrDefault(alias.getAlias(), 1L);
    }

    private static final class TooMuch extends MarkedYamlEngineException {
        private static final long serialVersionUID = 1L;

        private TooMuch(String problem, Optional<Mark> mark) {
            super("", Optional.empty(), problem, mark);
        }
    }
}
