package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Repairs of findings, as new texts of files. Pure but for what the analysis remembers.
public final class Repairs {
    /// Repairs that touch the same lines wait for the next round.
    private static final int MOST_ROUNDS = 20;

    private Repairs() {}

    /// One repair.
    ///
    /// @param here the file of the finding
    /// @param texts of the files as they were when the finding was made
    /// @return the text that changes, by its file; empty where there is no such file
    public static SortedMap<Path, String> of(Finding.Fix fix, Path here, Map<Path, String> texts) {
        var file = fix.elsewhere().orElse(here);
        var text = texts.get(file);
        var after = new TreeMap<Path, String>();
        if (text != null) {
            after.put(file, patched(file, text, List.of(fix.edit())));
        }
        return after;
    }

    /// The likeliest repair of each finding of a kind, until none is left that has one. What comes
    /// of the first repairs is looked at before others are made.
    ///
    /// @param wanted which findings, by their file
    /// @return the texts that change, by their files; often none
    public static SortedMap<Path, String> all(
            BiPredicate<Path, Finding> wanted,
            Map<Path, String> texts,
            ConfigSnapshot applied,
            FolderAnalysis analysis) {
        var now = new TreeMap<>(texts);
        long left = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var edits = new TreeMap<Path, List<TextEdit>>();
            long found = 0;
            for (var file : analysis.check(now, applied).files().entrySet()) {
                for (var finding : file.getValue().findings()) {
                    if (wanted.test(file.getKey(), finding) && !finding.fixes().isEmpty()) {
                        found++;
                        add(finding.fixes().getFirst(), file.getKey(), edits);
                    }
                }
            }
            if (found == 0 || found >= left) {
                break;
            }
            left = found;
            edits.forEach(
                    (file, of) -> now.computeIfPresent(file, (_, text) -> patched(file, text, of)));
        }
        now.entrySet().removeIf(one -> one.getValue().equals(texts.get(one.getKey())));
        return now;
    }

    private static void add(Finding.Fix fix, Path here, Map<Path, List<TextEdit>> edits) {
        var edit = fix.edit();
        var others = edits.computeIfAbsent(fix.elsewhere().orElse(here), _ -> new ArrayList<>());
        if (others.stream().allMatch(one -> one.end() < edit.start() || edit.end() < one.start())) {
            others.add(edit);
        }
    }

    private static String patched(Path file, String text, List<TextEdit> edits) {
        return new ConfigPatch(file.toString(), text, edits).after();
    }
}
