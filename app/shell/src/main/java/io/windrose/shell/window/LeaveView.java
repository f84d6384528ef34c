package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks before drafts are lost, and names them. Enter and Esc keep them.
public final class LeaveView extends VBox {
    private static final double WIDTH = 520;
    private static final double SIGN = 18;

    /// More than so many of one sort are only counted.
    private static final int NAMED = 8;

    public LeaveView(Unsaved lost, Runnable discard, Runnable keep) {
        getStyleClass().addAll("wr-raised", "wr-pad-4", "wr-gap-3");
        setId("leave");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        int count = lost.count();
        var title = new Label(title(count), new Sign(Tone.DEGRADED, SIGN));
        title.getStyleClass().add("wr-heading");
        title.setId("leave-title");
        getChildren()
                .addAll(
                        title,
                        line(
                                count == 1
                                        ? "It was not applied, and is kept nowhere else."
                                        : "They were not applied, and are kept nowhere else.",
                                "wr-text-2"));
        name(lost.files(), "file", Icon.FILE);
        name(lost.shifts(), "traffic shift", Icon.CANARY);
        getChildren().add(buttons(discard, keep));
    }

    private static String title(int count) {
        return count == 1 ? "1 draft would be lost" : count + " drafts would be lost";
    }

    private void name(List<String> names, String noun, Icon icon) {
        if (names.isEmpty()) {
            return;
        }
        var words = names.size() == 1 ? "1 " + noun : names.size() + " " + noun + "s";
        var heading = new Label(words, new IconView(icon, IconView.SMALL));
        heading.getStyleClass().add("wr-section");
        var list = new VBox(heading);
        list.getStyleClass().add("wr-gap-1");
        names.stream().limit(NAMED).forEach(one -> list.getChildren().add(line(one, "wr-code")));
        if (names.size() > NAMED) {
            list.getChildren().add(line("and %d more".formatted(names.size() - NAMED), "wr-tiny"));
        }
        getChildren().add(list);
    }

    private static HBox buttons(Runnable discard, Runnable keep) {
        var leave = new Button("Discard and leave", new IconView(Icon.TRASH));
        leave.setId("leave-discard");
        leave.setTooltip(new Tooltip("Give up what is named here"));
        leave.setOnAction(_ -> discard.run());
        var stay = new Button("Keep editing");
        stay.setId("leave-keep");
        stay.setDefaultButton(true);
        stay.setTooltip(new Tooltip("Stay where you are (Esc)"));
        stay.setOnAction(_ -> keep.run());
        var row = new HBox(leave, stay);
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static Label line(String text, String styleClass) {
        var line = new Label(text);
        line.getStyleClass().addAll("wr-small", styleClass);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
