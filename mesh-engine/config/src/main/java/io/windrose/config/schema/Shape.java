package io.windrose.config.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a value looks like. Lengths and counts without a limit have that of [Integer].
public sealed interface Shape {

    /// Any value at all, of which nothing is judged here.
    record Anything() implements Shape {}

    /// A mapping with whatever members.
    record Free() implements Shape {}

    /// true or false
    record Flag() implements Shape {}

    /// @param min inclusive, as is `max`
    record Whole(long min, long max) implements Shape {}

    /// @param min inclusive, as is `max`
    record Decimal(double min, double max) implements Shape {}

    /// @param shortest in characters, as is `longest`
    record Text(Format format, int shortest, int longest) implements Shape {}

    /// One of some words.
    ///
    /// @param instead for words that are out of date, what to write in their place
    record Choice(List<String> words, SequencedMap<String, String> instead) implements Shape {
        public Choice {
            words = List.copyOf(words);
            instead = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(instead));
        }
    }

    /// A list.
    ///
    /// @param key the member in which no two items may be equal; empty for none, [#ITSELF] for
    ///   items that are single values
    record Items(Shape item, int fewest, int most, String key) implements Shape {
        static final String ITSELF = "itself";

        boolean isSet() {
            return key.equals(ITSELF);
        }
    }

    /// A mapping whose keys the user chooses.
    record Entries(Format key, Shape value, int fewest, int most) implements Shape {}

    /// A mapping with known members.
    ///
    /// @param fields by name, in the order in which a form shows them
    /// @param expressions what an API server is told beyond the fields and the rules; the webhook's
    ///   decoder says the same
    /// @param required how many of them there must be
    record Section(
            SequencedMap<String, Field> fields,
            List<Alternatives> alternatives,
            List<Rule> rules,
            List<Expression> expressions,
            int required)
            implements Shape {
        public Section {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
            alternatives = List.copyOf(alternatives);
            rules = List.copyOf(rules);
            expressions = List.copyOf(expressions);
        }

        static Section of(
                SequencedMap<String, Field> fields,
                List<Alternatives> alternatives,
                List<Rule> rules,
                List<Expression> expressions) {
            int required = (int) fields.values().stream().filter(Field::required).count();
            return new Section(fields, alternatives, rules, expressions, required);
        }
    }

    /// Members that stand for one another.
    ///
    /// @param fewest how many of them there must be, as `most` how many there may be
    /// @param structural whether the API server minds, and not the webhook alone
    record Alternatives(List<String> names, int fewest, int most, boolean structural) {
        public Alternatives {
            names = List.copyOf(names);
        }
    }
}
