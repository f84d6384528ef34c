package io.windrose.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Several pages of Prometheus text as one: each family once, its series told apart by the label
/// `pod`, which is what a scrape in a cluster would add.
///
/// @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Text format</a>
final class MergedExposition {
    private final SequencedMap<String, Family> families = new LinkedHashMap<>();

    private record Family(List<String> comments, StringBuilder series) {}

    static String of(Map<String, String> pageByPod) {
        var merged = new MergedExposition();
        pageByPod.forEach(merged::add);
        var text = new StringBuilder();
        for (var family : merged.families.values()) {
            family.comments().forEach(line -> text.append(line).append('\n'));
            text.append(family.series());
        }
        return text.toString();
    }

    private void add(String pod, String page) {
        var family = family("");
        for (var line : page.lines().toList()) {
            if (line.startsWith("# TYPE ") || line.startsWith("# HELP ")) {
                family = family(line.split(" ", 4)[2]);
                if (family.comments().stream().noneMatch(line::equals)) {
                    family.comments().add(line);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                family.series().append(labelled(line, pod)).append('\n');
            }
        }
    }

    private Family family(String name) {
        return families.computeIfAbsent(
                name, _ -> new Family(new java.util.ArrayList<>(), new StringBuilder()));
    }

    private static String labelled(String series, String pod) {
        int brace = series.indexOf('{');
        int space = series.indexOf(' ');
        var label = "pod=\"" + pod + "\"";
        if (brace < 0 || space < brace) {
            return series.substring(0, space) + "{" + label + "}" + series.substring(space);
        }
        var separator = series.charAt(brace + 1) == '}' ? "" : ",";
        return series.substring(0, brace + 1) + label + separator + series.substring(brace + 1);
    }
}
