package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.patch.LineDiff;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Severity;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.FolderDiagnosis;
import io.windrose.session.edit.Referrer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The sentences of the Configuration screen that depend on its state.
final class Words {
    static final String UNCHANGED = "Nothing has changed yet.";

    static final String DELETED = "The file was deleted; its history can bring it back.";

    static final String LEFT_BEHIND = "Still named by";

    private static final int MOST_NAMES = 2;
    private static final int MOST_LEFT = 4;

    private Words() {}

    /// Everything that decides whether a draft can be applied.
    record Standing(
            Desk desk, Diagnosis diagnosis, Phase phase, Folder folder, String missingRight) {}

    /// Why the draft cannot be applied; empty when it can.
    static String refusal(Standing now) {
        return switch (now.desk) {
            case Desk.Nothing _ -> "Nothing is open.";
            case Desk.Unreadable _ -> "The file cannot be read.";
            case Desk.InConflict _ -> "The file was changed by another program; decide first.";
            case Desk.Editing(var draft) -> refusal(now, draft);
        };
    }

    /// Why the drafts cannot be applied together; empty when they can.
    ///
    /// @param drafts those that differ from their files
    /// @param found as the last check has it
    static String refusalOfAll(
            List<Desk> drafts, FolderDiagnosis found, Phase phase, String missingRight) {
        if (!missingRight.isEmpty()) {
            return "You may only read: " + missingRight + ".";
        }
        if (phase instanceof Phase.Applying) {
            return "The changes are being written.";
        }
        return drafts.isEmpty()
                ? UNCHANGED
                : drafts.stream()
                        .map(desk -> refusalOfOne(desk, found))
                        .filter(why -> !why.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static String refusalOfOne(Desk desk, FolderDiagnosis found) {
        if (!(desk instanceof Desk.Editing(var draft))) {
            return desk.openFile().map(Words::fileName).orElse("A file")
                    + " is in conflict; decide first.";
        }
        var diagnosis = found.of(draft.file());
        if (!diagnosis.text().equals(draft.text())) {
            return "The drafts are being checked.";
        }
        return counted(diagnosis.errors(), "error")
                .map(errors -> "%s has %s.".formatted(fileName(draft.file()), errors))
                .orElse("");
    }

    private static String refusal(Standing now, Draft draft) {
        if (!now.missingRight.isEmpty()) {
            return "You may only read: " + now.missingRight + ".";
        }
        if (now.phase instanceof Phase.Applying) {
            return "The change is being written.";
        }
        if (!draft.changed()) {
            boolean gone = now.folder instanceof Folder.Files && !now.folder.has(draft.file());
            if (gone && draft.base().isEmpty()) {
                return DELETED;
            }
            return gone ? "The file is gone: another program deleted or moved it." : UNCHANGED;
        }
        if (!now.diagnosis.text().equals(draft.text())) {
            return "The draft is being checked.";
        }
        long errors = now.diagnosis.errors();
        return errors == 0
                ? ""
                : "Apply waits for %s to go."
                        .formatted(errors == 1 ? "the error" : errors + " errors");
    }

    /// `no errors, 1 warning`.
    static String counts(Diagnosis diagnosis) {
        var parts = new ArrayList<String>();
        parts.add(counted(diagnosis.errors(), "error").orElse("no errors"));
        counted(diagnosis.count(Severity.WARNING), "warning").ifPresent(parts::add);
        return String.join(", ", parts);
    }

    static Optional<String> counted(long count, String noun) {
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " " + noun + (count == 1 ? "" : "s"));
    }

    static String noun(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Hint";
        };
    }

    /// `VirtualService reviews`, or the file's name where there is not one object alone.
    static String title(Desk desk, List<ResourceId> objects) {
        if (objects.size() == 1) {
            var id = objects.getFirst();
            return id.kind().kindName() + " " + id.name().name();
        }
        return desk.openFile().map(Words::fileName).orElse("Configuration");
    }

    /// Where it stands, e.g. `default, reviews.yaml`.
    static String place(Desk desk, List<ResourceId> objects) {
        var file = desk.openFile();
        if (file.isEmpty()) {
            return "Choose an object on the left";
        }
        if (objects.size() == 1) {
            return objects.getFirst().name().namespace() + ", " + fileName(file.get());
        }
        return objects.isEmpty()
                ? file.get().toString()
                : objects.stream()
                        .map(id -> id.kind().kindName() + " " + id.name().name())
                        .collect(Collectors.joining(", "));
    }

    /// The first two, and how many more: `VirtualService default/a, Gateway default/b and 2 more`.
    static String some(List<String> objects) {
        return objects.size() <= MOST_NAMES + 1
                ? String.join(", ", objects)
                : "%s and %d more"
                        .formatted(
                                String.join(", ", objects.subList(0, MOST_NAMES)),
                                objects.size() - MOST_NAMES);
    }

    /// Who still names what goes, a line for each object: `VirtualService default/reviews (subset
    /// v1, subset v2)`.
    static String leftBehind(List<Referrer> all) {
        var byObject = new LinkedHashMap<String, Set<String>>();
        all.forEach(one ->
                byObject.computeIfAbsent(one.place().resource(), _ -> new LinkedHashSet<>())
                        .add(one.what()));
        var lines =
                byObject.entrySet().stream()
                        .limit(MOST_LEFT)
                        .map(one ->
                                "%s (%s)"
                                        .formatted(one.getKey(), String.join(", ", one.getValue())))
                        .collect(Collectors.joining("\n"));
        int more = byObject.size() - MOST_LEFT;
        return more <= 0 ? lines : lines + "\nand " + more + " more";
    }

    /// What is asked before an edit is written.
    static String question(FileEdit edit, Folder folder) {
        var file = fileName(edit.file());
        if (edit.after().isEmpty()) {
            return "Delete " + file + "?";
        }
        return isNew(edit.file(), edit.before(), folder)
                ? "Create " + file + "?"
                : "Apply the changes to " + file + "?";
    }

    /// What the writing of an edit does to its file.
    static String deed(FileEdit edit, Folder folder, List<Path> gone) {
        if (edit.after().isEmpty()) {
            return "The file holds nothing else and is deleted";
        }
        if (isNew(edit.file(), edit.before(), folder)) {
            return "The file is new";
        }
        return gone.contains(edit.file())
                ? "The file is gone and is written anew"
                : "The file is replaced in one step";
    }

    /// How far a draft is on its way, e.g. `New, not applied`.
    static String draft(Optional<Draft> draft, Folder folder) {
        return draft.filter(each -> isNew(each.file(), each.base(), folder)).isPresent()
                ? "New, not applied"
                : "Draft, not applied";
    }

    /// A file that is there may be empty, too.
    private static boolean isNew(Path file, String before, Folder folder) {
        return before.isEmpty() && !folder.has(file);
    }

    /// `+5 −1 lines`.
    static String changes(List<LineDiff.Line> difference) {
        var count = Draft.Count.of(difference);
        return "+%d \u2212%d lines".formatted(count.added(), count.removed());
    }

    static String fileName(Path file) {
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
