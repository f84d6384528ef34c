package io.windrose.view.config;

import io.windrose.config.patch.LineDiff;
import io.windrose.icons.Icon;
import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Draft;
import io.windrose.view.Glyph;
import io.windrose.view.diff.DiffView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Both sides of a file that was changed under its draft, each against what they began from, and
/// the three ways on.
final class ConflictPane extends VBox {
    private static final int CONTEXT = 4;

    private final Label title = Parts.wrapped("", "wr-banner-title");
    private final Label cause = Parts.wrapped("", "wr-banner-cause");
    private final Label mineTitle = Parts.label("", "wr-section");
    private final Label theirsTitle = Parts.label("", "wr-section");
    private final DiffView mine = new DiffView("The draft has no changes");
    private final DiffView theirs = new DiffView("The file has no changes");

    ConflictPane(ConfigViewModel model) {
        setId("config-conflict");
        var words = new VBox(title, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        var banner = new HBox(Glyph.sign("wr-degraded", 16), words);
        banner.getStyleClass().addAll("wr-banner", "wr-degraded");
        var keep = Parts.button("conflict-mine", "Keep mine", Icon.USER, model::keepMine);
        var take = Parts.button("conflict-theirs", "Take theirs", Icon.DOWNLOAD, model::takeTheirs);
        var merge =
                Parts.button("conflict-merge", "Merge by hand", Icon.LAYERS, model::mergeByHand);
        Parts.withTip(keep, "The draft stays; applying it takes back what the others did");
        Parts.withTip(take, "The draft becomes what the file holds; undo brings yours back");
        Parts.withTip(merge, "Both in one text; where they meet, both stand there to choose from");
        var ways = new HBox(merge, take, keep);
        ways.getStyleClass().add("wr-gap-2");
        ways.setAlignment(Pos.CENTER_LEFT);
        var sides = new HBox(side(mineTitle, mine), side(theirsTitle, theirs));
        sides.getStyleClass().add("wr-gap-3");
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(banner, ways, sides);
        getStyleClass().addAll("conflict-pane", "wr-gap-3");
        model.deskProperty()
                .subscribe(desk -> {
                    if (desk instanceof Desk.InConflict(var conflict)) {
                        show(conflict);
                    }
                });
    }

    void focusFirst() {
        lookup("#conflict-merge").requestFocus();
    }

    private void show(Conflict conflict) {
        title.setText(
                Words.fileName(conflict.file())
                        + " was changed by another program while you edited it");
        cause.setText(
                conflict.mergesByItself()
                        ? "The two do not touch the same lines, so that merging needs no decision."
                                + " Nothing is written before you apply."
                        : "Both changed the same lines. Nothing is written before you apply.");
        var base = Draft.of(conflict.file(), conflict.mine().base()).text();
        fill(mineTitle, "Yours", mine, conflict.mine().diff());
        fill(theirsTitle, "In the file now", theirs, difference(base, conflict.theirs()));
    }

    private static List<LineDiff.Line> difference(String base, String theirs) {
        return LineDiff.of(base, theirs.replace("\r\n", "\n"));
    }

    private static void fill(
            Label title, String whose, DiffView view, List<LineDiff.Line> difference) {
        title.setText(whose + "  " + Words.changes(difference));
        view.show(difference, CONTEXT);
    }

    private static VBox side(Label title, DiffView view) {
        var side = new VBox(title, view);
        side.getStyleClass().add("wr-gap-2");
        VBox.setVgrow(view, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setMinWidth(0);
        side.setPrefWidth(1);
        return side;
    }
}
