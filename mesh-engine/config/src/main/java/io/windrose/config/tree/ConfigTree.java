package io.windrose.config.tree;

import java.util.List;
import java.util.Optional;

/// A node of a document. Comments and spacing are not nodes; they stay in the text that the spans
/// point into.
public sealed interface ConfigTree {

    /// Without trailing blanks and comments. A node that an alias repeats has the span of the
    /// alias, while what is inside of it has that of the anchor.
    Span span();

    /// @param entries in the order of the text, without duplicate keys
    /// @param flow written as `{a: b}`
    record Mapping(List<Entry> entries, boolean flow, Span span) implements ConfigTree {
        public Mapping {
            entries = EntryList.of(entries);
        }

        public Optional<Entry> entry(String key) {
            return Optional.ofNullable(((EntryList) entries).find(key));
        }

        public Optional<ConfigTree> get(String key) {
            return entry(key).map(Entry::value);
        }
    }

    record Entry(Scalar key, ConfigTree value) {}

    /// @param flow written as `[a, b]`
    record Sequence(List<ConfigTree> items, boolean flow, Span span) implements ConfigTree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// @param text without quotes and escapes
    /// @param plain without quotes, and not a block scalar
    /// @param tag as in `!!str`, in full; empty for none
    record Scalar(String text, boolean plain, String tag, Span span) implements ConfigTree {

        public ScalarType type() {
            return ScalarType.of(this);
        }

        /// Whether it stands for nothing, as `null` and `~` do.
        public boolean isNull() {
            return ScalarType.isNull(this);
        }

        /// The rest of a text from one of its characters on, where it stands in one line without
        /// escapes; else all of it.
        ///
        /// @param character offset in the text, its length at most
        public Span spanFrom(int character) {
            int quote = plain ? 0 : 1;
            int length = span.end() - span.start();
            return span.line() == span.endLine() && length == text.length() + 2 * quote
                    ? new Span(
                            span.start() + quote + character,
                            span.end(),
                            span.line(),
                            span.column() + quote + text.codePointCount(0, character),
                            span.endLine(),
                            span.endColumn())
                    : span;
        }
    }

    /// As a person would name it: `a list`, `a number`.
    default String describe() {
        return switch (this) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Scalar scalar -> scalar.type().description();
        };
    }
}
