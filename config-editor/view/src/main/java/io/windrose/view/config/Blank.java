package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.view.Glyph;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands in the place of a text that is not there: why, and what to do.
final class Blank {
    private static final double WIDTH = 380;

    private Blank() {}

    static Node of(Folder folder) {
        return switch (folder) {
            case Folder.Reading() -> node(Icon.REFRESH, "Reading the folder", "");
            case Folder.Unreadable(var problems) ->
                    node(Icon.FOLDER, "The folder cannot be read", sentences(problems));
            case Folder.Files(var files, _) ->
                    files.isEmpty()
                            ? node(
                                    Icon.FOLDER,
                                    "No configuration yet",
                                    "The folder holds no .yaml, .yml or .json file. Put one there;"
                                            + " it appears here by itself.")
                            : node(
                                    Icon.CONFIG,
                                    "Nothing is open",
                                    "Choose an object on the left. Nothing is written before you"
                                            + " apply.");
        };
    }

    static Node of(Desk.Unreadable unreadable) {
        return node(
                Icon.ALERT_CIRCLE,
                Words.fileName(unreadable.file()) + " cannot be read",
                sentences(unreadable.problems()));
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
    }

    private static Node node(Icon icon, String title, String why) {
        var heading = Parts.wrapped(title, "wr-heading");
        var reason = Parts.wrapped(why, "wr-small", "wr-text-2");
        reason.setTextAlignment(TextAlignment.CENTER);
        reason.setMaxWidth(WIDTH);
        var box = new VBox(Glyph.of(icon, 22), heading, reason);
        box.setId("config-blank");
        box.getStyleClass().add("wr-gap-3");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
