package io.windrose.config.syntax;

import java.util.EnumSet;
import java.util.Set;

/// What a part of an expression of Prometheus is worth, and what may still stand behind it.
record PromValue(PromType type, Set<Trait> traits) {
    static final PromValue SELECTOR =
            new PromValue(PromType.VECTOR, EnumSet.of(Trait.SELECTS, Trait.MOVABLE));

    enum Trait {
        /// It selects series by name and labels alone.
        SELECTS,
        /// It may be asked for at another time.
        MOVABLE,
        /// It has an `offset`.
        SHIFTED,
        /// It has an `@`.
        PINNED,
        /// That is the number of a moment.
        DATED
    }

    PromValue {
        traits = Set.copyOf(traits);
    }

    /// One behind which nothing may stand.
    static PromValue of(PromType type) {
        return new PromValue(type, Set.of());
    }

    /// With a range behind it.
    PromValue ranged() throws PromMistake {
        if (!has(Trait.SELECTS)) {
            throw new PromMistake(
                    "A range such as [5m] goes with a metric; write [5m:] for a result.");
        }
        if (has(Trait.SHIFTED) || has(Trait.DATED)) {
            throw new PromMistake("`offset` and `@` stand behind the range.");
        }
        var range = EnumSet.copyOf(traits);
        range.remove(Trait.SELECTS);
        return new PromValue(PromType.RANGE, range);
    }

    /// With a range and a step behind it.
    PromValue resampled() throws PromMistake {
        if (type != PromType.VECTOR) {
            throw new PromMistake("A range with a step, [5m:1m], goes with values of series.");
        }
        return new PromValue(PromType.RANGE, EnumSet.of(Trait.MOVABLE));
    }

    /// With an offset behind it.
    PromValue shifted() throws PromMistake {
        return with("offset", Trait.SHIFTED);
    }

    /// With the number of a moment behind it.
    PromValue dated() throws PromMistake {
        return pinned().with("@", Trait.DATED);
    }

    /// With the begin or the end of the query behind it.
    PromValue pinned() throws PromMistake {
        return with("@", Trait.PINNED);
    }

    private PromValue with(String word, Trait trait) throws PromMistake {
        if (!has(Trait.MOVABLE) || has(trait)) {
            throw new PromMistake(
                    "`%s` goes once with a metric or a range of time.".formatted(word));
        }
        var more = EnumSet.copyOf(traits);
        more.add(trait);
        return new PromValue(type, more);
    }

    private boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
