package io.windrose.analysis.run;

import io.windrose.analysis.Code;
import io.windrose.analysis.MeshObject;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The comments of one text that ask for a finding to be left out. One without a reason asks in
/// vain.
public final class IgnoreComments {
    static final String MARK = "windrose:ignore";
    private static final String IN_VAIN = "MESH0302";
    private static final Pattern ASKED = Pattern.compile("#\\s*windrose:ignore\\b");
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

    /// Those that leave nothing out, whatever is found; mostly none.
    public static List<Problem> inVain(YamlFile file) {
        var vain = new ArrayList<Problem>();
        if (file.text().contains(MARK)) {
            var lines = file.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var asked = ASKED.matcher(lines.get(i));
                if (asked.find()) {
                    var place = Place.at(file.name(), i + 1, asked.start() + 1);
                    why(lines.get(i)).ifPresent(why -> vain.add(warning(place, why)));
                }
            }
        }
        return vain;
    }

    private static Problem warning(Place place, String why) {
        return Problem.warning(
                IN_VAIN, place, why + "; write `# windrose:ignore CODE reason`. It has no effect.");
    }

    private static Optional<String> why(String line) {
        var comment = COMMENT.matcher(line);
        if (!comment.find()) {
            return Optional.of("This comment lacks a code or a reason");
        }
        return Code.ids().contains(comment.group(1))
                ? Optional.empty()
                : Optional.of(
                        "There is no code `%s`".formatted(Spelling.shortened(comment.group(1))));
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
