package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.view.Glyph;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says over the tree's files that some of the folder, or all of it, cannot be read; with a way to
/// look again.
final class FolderBanner extends HBox {
    private final Label title = Parts.wrapped("", "wr-banner-title");
    private final Label cause = Parts.wrapped("", "wr-banner-cause");

    FolderBanner(ConfigViewModel model) {
        setId("config-unseen");
        getStyleClass().addAll("wr-banner", "wr-degraded", "outcome");
        setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(title, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        var again = Parts.button("config-read-again", "Read again", Icon.REFRESH, model::refresh);
        again.getStyleClass().add("small");
        getChildren().addAll(Glyph.sign("wr-degraded", 16), words, again);
        model.folderProperty().subscribe(this::show);
    }

    private void show(Folder folder) {
        switch (folder) {
            case Folder.Reading() -> say("", List.of());
            case Folder.Unreadable(var problems) -> say("The folder cannot be read", problems);
            case Folder.Files(_, var unseen) -> say("Not all of the folder is shown", unseen);
        }
    }

    private void say(String what, List<Problem> why) {
        setVisible(!why.isEmpty());
        setManaged(!why.isEmpty());
        title.setText(what);
        cause.setText(why.stream().map(FolderBanner::sentence).collect(Collectors.joining(" ")));
    }

    private static String sentence(Problem problem) {
        var file = problem.place().file();
        return file.isEmpty()
                ? problem.message()
                : Words.fileName(Path.of(file)) + ": " + problem.message();
    }
}
