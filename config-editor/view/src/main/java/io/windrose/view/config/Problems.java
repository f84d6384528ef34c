package io.windrose.view.config;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.FolderDiagnosis;
import io.windrose.session.edit.Repairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of problems, of the file that lies open or of all files, and their repairs. What a
/// repair changes is a draft.
///
/// Confined to the owner of the view bench.
public final class Problems {
    private final Workbench bench;
    private final DraftSteps steps;
    private final Aside aside;
    private final FolderAnalysis analysis;
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.FILE);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ProblemRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();

    /// Whose problems are listed.
    public enum Scope {
        FILE,
        FOLDER
    }

    Problems(Workbench bench, DraftSteps steps, Aside aside, FolderAnalysis analysis) {
        this.bench = bench;
        this.steps = steps;
        this.aside = aside;
        this.analysis = analysis;
        scope.subscribe(_ -> list());
        filter.subscribe(_ -> list());
        bench.diagnosesProperty().subscribe(_ -> list());
    }

    /// Of all files as they would be with their drafts, as the last check found them.
    public ReadOnlyObjectProperty<FolderDiagnosis> folderProperty() {
        return bench.diagnosesProperty();
    }

    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// Part of a code, of the words, of an object or of a file's name; only of the list of all
    /// files.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Of one file in the order of its text, of all files the worst first.
    ReadOnlyObjectProperty<List<ProblemRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Grows when the person wants to get to the list of all files.
    ReadOnlyIntegerProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// Lists the problems of all files, and leads there.
    public void showAll() {
        scope.set(Scope.FOLDER);
        filter.set("");
        wanted.set(wanted.get() + 1);
    }

    /// @param where of which list, whichever is shown
    long count(Scope where, Severity severity) {
        return where == Scope.FILE
                ? bench.diagnosisProperty().get().count(severity)
                : folderProperty().get().count(severity);
    }

    void list() {
        var listed = new ArrayList<ProblemRow>();
        if (scope.get() == Scope.FILE) {
            bench.deskProperty()
                    .get()
                    .openFile()
                    .ifPresent(file ->
                            bench.diagnosisProperty().get().findings().stream()
                                    .map(one -> new ProblemRow(file, one))
                                    .forEach(listed::add));
        } else {
            folderProperty()
                    .get()
                    .files()
                    .forEach((file, diagnosis) ->
                            diagnosis.findings().stream()
                                    .map(one -> new ProblemRow(file, one))
                                    .filter(row -> row.fits(filter.get()))
                                    .forEach(listed::add));
            listed.sort(ProblemRow.BY_LEVEL);
        }
        rows.set(counted(listed));
    }

    private static List<ProblemRow> counted(List<ProblemRow> listed) {
        var alike = new HashMap<String, Integer>();
        var without = new HashSet<String>();
        for (var row : listed) {
            alike.merge(row.kind(), 1, Integer::sum);
            if (row.finding().fixes().isEmpty()) {
                without.add(row.kind());
            }
        }
        without.forEach(alike::remove);
        return listed.stream()
                .map(row -> {
                    var count = Optional.ofNullable(alike.remove(row.kind())).orElse(0);
                    return count > 1 ? row.with(count) : row;
                })
                .toList();
    }

    /// Drafts the likeliest repair of a problem that others have found in the files, too; does
    /// nothing where it is not there any more or has no repair.
    public void repair(Problem problem) {
        folderProperty()
                .get()
                .files()
                .forEach((file, diagnosis) ->
                        diagnosis.findings().stream()
                                .filter(one -> one.problem().equals(problem))
                                .filter(one -> !one.fixes().isEmpty())
                                .findFirst()
                                .ifPresent(one ->
                                        repair(new ProblemRow(file, one), one.fixes().getFirst())));
    }

    /// Repairs a problem in the draft of the file that has to change, whichever lies open.
    void repair(ProblemRow row, Finding.Fix fix) {
        var texts = bench.files().texts();
        var text = texts.getOrDefault(row.file(), "");
        if (bench.diagnosisProperty().get().text().equals(text)
                || folderProperty().get().of(row.file()).text().equals(text)) {
            steps.redraft(texts, Repairs.of(fix, row.file(), texts), fix.label());
        }
    }

    /// Repairs all problems of that kind in the list, as one step.
    void repairAll(ProblemRow row) {
        if (row.finding().fixes().isEmpty()) {
            return;
        }
        var texts = bench.files().texts();
        var alike = rows.get().stream().filter(one -> one.kind().equals(row.kind())).toList();
        boolean one = scope.get() == Scope.FILE;
        var part = one ? "" : filter.get();
        var applied = bench.applied();
        aside.run(
                "Repairing",
                () ->
                        Repairs.all(
                                (file, finding) -> {
                                    var other = new ProblemRow(file, finding);
                                    return other.kind().equals(row.kind())
                                            && other.fits(part)
                                            && (!one || file.equals(row.file()));
                                },
                                texts,
                                applied,
                                analysis),
                after ->
                        steps.redraft(
                                texts,
                                after,
                                "Repair of %d problems %s".formatted(alike.size(), row.code())),
                bug -> bench.turn(new Phase.Refused(List.of(bug))));
    }
}
