package io.windrose.view.config;

import io.windrose.config.patch.LineDiff;
import io.windrose.icons.Icon;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.HoverHelp;
import io.windrose.view.Glyph;
import io.windrose.view.diff.DiffView;
import io.windrose.view.yaml.FieldCard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Beside the text: what stands at the caret, what is wrong there, the difference from what is
/// applied, and whether the draft can be applied.
final class SideColumn extends VBox {
    private static final double WIDTH = 374;
    private static final int CONTEXT = 1;

    /// Pixels of the difference, without rows, and around them.
    private static final double LEAST = 60;

    private static final double FRAME = 12;

    private final VBox wrong = new VBox();
    private final VBox caret = new VBox();
    private final DiffView diff = new DiffView("The draft is what is applied");
    private final Label changes = Parts.label("", "wr-chip", "wr-chip-line");
    private final Label standing = Parts.wrapped("", "wr-small", "wr-strong");
    private final Label hint = Parts.wrapped("", "wr-tiny", "wr-text-2");
    private final HBox verdict = new HBox();
    private final Consumer<Finding.Fix> repair;
    private List<Finding> findings = List.of();
    private Optional<HoverHelp> help = Optional.empty();

    SideColumn(ConfigViewModel model, Consumer<Finding.Fix> repair) {
        this.repair = repair;
        wrong.getStyleClass().add("wr-gap-3");
        wrong.managedProperty().bind(Bindings.isNotEmpty(wrong.getChildren()));
        standing.setId("config-refusal");
        var title =
                new HBox(
                        Parts.label("Diff against the applied version", "wr-section"),
                        Parts.space(),
                        changes);
        title.setAlignment(Pos.CENTER_LEFT);
        var rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        var words = new VBox(standing, hint);
        HBox.setHgrow(words, Priority.ALWAYS);
        verdict.getStyleClass().addAll("verdict", "wr-gap-3");
        verdict.setAlignment(Pos.CENTER_LEFT);
        verdict.getChildren().add(words);
        getChildren().addAll(wrong, caret, title, diff, rest, verdict);
        getStyleClass().addAll("side-column", "wr-gap-3");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.differenceProperty().subscribe(this::show);
        model.refusalProperty().subscribe(this::judge);
        showField();
    }

    /// Leaves alone what stays, so that a button under the pointer is not taken away.
    void showHere(Optional<HoverHelp> nextHelp, List<Finding> nextFindings) {
        if (!nextFindings.equals(findings)) {
            findings = nextFindings;
            wrong.getChildren()
                    .setAll(
                            findings.stream()
                                    .limit(2)
                                    .map(finding -> card("Problem", problem(finding)))
                                    .toList());
        }
        if (!nextHelp.equals(help)) {
            help = nextHelp;
            showField();
        }
    }

    private void showField() {
        var words = help.map(FieldCard::of).orElseGet(SideColumn::nothing);
        caret.getChildren().setAll(card("At the caret", words));
    }

    private static Node nothing() {
        return Parts.wrapped(
                "Put the caret on a field to read what it means.", "wr-small", "wr-text-3");
    }

    private Node problem(Finding finding) {
        var words = Parts.wrapped(finding.problem().message(), "wr-small");
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(Glyph.sign(ProblemsPane.tone(finding.problem().severity()), 14), words);
        head.getStyleClass().add("wr-gap-2");
        var box = new VBox(head);
        box.getStyleClass().add("wr-gap-1");
        finding.fixes().forEach(fix -> box.getChildren().add(fix(fix)));
        return box;
    }

    private Node fix(Finding.Fix fix) {
        var button =
                Parts.button("config-side-fix", fix.label(), Icon.PENCIL, () -> repair.accept(fix));
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private static VBox card(String title, Node content) {
        var card = new VBox(Parts.label(title, "wr-section"), content);
        card.getStyleClass().addAll("wr-card", "wr-gap-2");
        return card;
    }

    private void show(List<LineDiff.Line> difference) {
        diff.show(difference, CONTEXT);
        diff.setPrefHeight(Math.max(LEAST, diff.rowCount() * DiffView.ROW + FRAME));
        boolean any = difference.stream().anyMatch(one -> one.sign() != LineDiff.Sign.KEPT);
        changes.setText(Words.changes(difference));
        changes.setVisible(any);
    }

    private void judge(String refusal) {
        boolean free = refusal.isEmpty();
        boolean idle = refusal.equals(Words.UNCHANGED) || refusal.equals(Words.DELETED);
        standing.setText(free ? "Ready to apply" : refusal);
        hint.setText(
                free
                        ? "Apply asks once more and shows what is written."
                        : idle
                                ? "What you type here is a draft until you apply it."
                                : "The draft is kept, also when you look elsewhere.");
        if (verdict.getChildren().size() > 1) {
            verdict.getChildren().removeFirst();
        }
        verdict.getChildren()
                .addFirst(free ? Glyph.sign("wr-healthy", 16) : Glyph.of(Icon.LOCK, 16));
    }
}
