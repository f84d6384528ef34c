package io.windrose.session.edit;

import io.windrose.config.patch.LineDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Between the line breaks of a file and the single kind that an editor knows.
final class LineBreaks {
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    private static final List<String> KINDS = List.of("\r", "\r\n", "\n");

    private LineBreaks() {}

    /// Every line break as `\n`.
    static String plain(String text) {
        return text.indexOf('\r') < 0 ? text : BREAK.matcher(text).replaceAll("\n");
    }

    /// A plain text with the line breaks of `base`: lines that both have keep theirs, new ones get
    /// the most frequent.
    static String like(String base, String plain) {
        var breaks = BREAK.matcher(base).results().map(found -> found.group()).toList();
        if (breaks.stream().allMatch("\n"::equals)) {
            return plain;
        }
        var usual = mostFrequent(breaks);
        var lines = new ArrayList<String>();
        for (var line : LineDiff.of(plain(base), plain)) {
            if (line.sign() != LineDiff.Sign.REMOVED) {
                boolean kept = line.sign() == LineDiff.Sign.KEPT && line.before() <= breaks.size();
                var end = kept ? breaks.get(line.before() - 1) : usual;
                lines.add(line.text().replace("\n", end));
            }
        }
        return String.join("", lines);
    }

    private static String mostFrequent(List<String> breaks) {
        return KINDS.stream()
                .max(Comparator.comparingInt(kind -> Collections.frequency(breaks, kind)))
                .orElse("\n");
    }
}
