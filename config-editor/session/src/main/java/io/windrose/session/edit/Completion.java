package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What could be written at one place of a text.
///
/// @param start offset of what a chosen proposal replaces
/// @param end behind it; the place itself where nothing is written yet
/// @param proposals best first; empty where nothing is known
public record Completion(int start, int end, List<Proposal> proposals) {
    private static final int MOST = 60;

    public Completion {
        proposals = List.copyOf(proposals);
    }

    /// @param label what the list shows
    /// @param insert what is written
    /// @param detail what it is, in a few words; may be empty
    public record Proposal(Kind kind, String label, String insert, String detail) {}

    public enum Kind {
        FIELD,
        VALUE,
        REFERENCE
    }

    /// @param text with `\n` for every line break; it may be broken anywhere
    /// @param offset of the caret
    public static Completion at(Path file, String text, int offset, ConfigSnapshot applied) {
        var cursor = Cursor.at(text, offset);
        var proposals =
                switch (cursor.shape()) {
                    case NOWHERE -> List.<Proposal>of();
                    case KEY -> Knowledge.at(file, cursor, applied).fields();
                    case VALUE -> Knowledge.at(file, cursor, applied).values();
                    case ITEM -> {
                        var knowledge = Knowledge.at(file, cursor, applied);
                        var fields = knowledge.fields();
                        yield fields.isEmpty() ? knowledge.values() : fields;
                    }
                };
        return new Completion(
                cursor.start(), cursor.end(), matching(proposals, cursor.typed(), cursor.word()));
    }

    /// @param typed before the caret
    /// @param word the whole of it; what already stands there is no proposal
    private static List<Proposal> matching(List<Proposal> all, String typed, String word) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        var starts =
                all.stream().filter(one -> one.label().toLowerCase(Locale.ROOT).startsWith(wanted));
        var contains =
                all.stream()
                        .filter(one -> {
                            var label = one.label().toLowerCase(Locale.ROOT);
                            return label.contains(wanted) && !label.startsWith(wanted);
                        });
        return Stream.concat(starts, contains)
                .filter(one -> !one.label().equals(word))
                .limit(MOST)
                .toList();
    }
}
