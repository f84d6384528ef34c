package io.windrose.analysis.run;

import io.windrose.analysis.Code;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The comments of one text that ask for a finding to be left out. One without a reason asks in
/// vain.
final class IgnoreComments {
    private static final String MARK = "windrose:ignore";
    private static final Pattern COMMENT =
            Pattern.compile("#\\s*windrose:ignore\\s+([A-Z]+[0-9]+)\\s+\\S");

    /// Codes by the line that they are about, from 1.
    private final Map<Integer, Set<String>> byLine = new HashMap<>();

    private IgnoreComments() {}

    static IgnoreComments of(String text) {
        var comments = new IgnoreComments();
        if (text.contains(MARK)) {
            comments.read(text.lines().toList());
        }
        return comments;
    }

    private void read(List<String> lines) {
        Set<String> above = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            var comment = COMMENT.matcher(line);
            if (comment.find()) {
                above.add(comment.group(1));
            }
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals("---")) {
                if (!above.isEmpty()) {
                    byLine.put(i + 1, above);
                    above = new HashSet<>();
                }
            }
        }
    }

    boolean cover(MeshObject object, Code code, Place place) {
        return covers(place.line(), code) || covers(object.root().place().line(), code);
    }

    private boolean covers(int line, Code code) {
        return byLine.getOrDefault(line, Set.of()).contains(code.id());
    }
}
