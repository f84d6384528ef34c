package io.windrose.shell.about;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says that the program met a bug of its own, where the report lies, and goes on.
public final class CrashView extends VBox {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 460;
    private static final double SIGN = 18;
    private static final double GAP = 8;

    /// @param headline what failed, one sentence
    /// @param report everything that helps to find the bug
    /// @param file where the report lies; empty when it could not be written
    public record Crash(String headline, String report, Optional<Path> file) {}

    public CrashView(Crash crash, Runnable goOn) {
        getStyleClass().addAll("wr-raised", "wr-pad-4", "wr-gap-3");
        setId("crash");
        setMaxSize(WIDTH, HEIGHT);
        var title = new Label("Windrose met a bug of its own", new Sign(Tone.FAILING, SIGN));
        title.getStyleClass().add("wr-heading");
        title.setGraphicTextGap(GAP);
        var what = line(crash.headline(), "wr-code");
        var advice =
                line(
                        "The program goes on, and what is connected stays connected. If something"
                                + " looks wrong from here on, connect anew. To have the bug mended,"
                                + " send the report with what you did last; tokens, passwords and"
                                + " keys are left out of it.",
                        "wr-small");
        var report = new TextArea(crash.report());
        report.setId("crash-report");
        report.setEditable(false);
        report.setAccessibleText("Report");
        report.getStyleClass().add("wr-code");
        VBox.setVgrow(report, Priority.ALWAYS);
        getChildren().addAll(title, what, advice, file(crash), report, buttons(crash, goOn));
    }

    /// A field, so that the name can be copied.
    private static Region file(Crash crash) {
        if (crash.file().isEmpty()) {
            var none = line("The report could not be written to the disk: copy it.", "wr-small");
            none.setId("crash-file");
            return none;
        }
        var label = new Label("File");
        label.getStyleClass().addAll("wr-small", "wr-text-2");
        label.setMinWidth(USE_PREF_SIZE);
        var path = new TextField(crash.file().get().toString());
        path.setId("crash-file");
        path.setEditable(false);
        path.setAccessibleText("File of the report");
        path.getStyleClass().addAll("small", "wr-plain-field", "wr-code");
        HBox.setHgrow(path, Priority.ALWAYS);
        var row = new HBox(label, path);
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox buttons(Crash crash, Runnable goOn) {
        var copy = new Button("Copy the report", new IconView(Icon.COPY));
        copy.setId("crash-copy");
        copy.setTooltip(new Tooltip("Copy the report"));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(crash.report());
            Clipboard.getSystemClipboard().setContent(content);
        });
        var proceed = new Button("Continue");
        proceed.setId("crash-continue");
        proceed.setDefaultButton(true);
        proceed.setTooltip(new Tooltip("Close this and go on (Esc)"));
        proceed.setOnAction(_ -> goOn.run());
        var row = new HBox(copy, proceed);
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static Label line(String text, String styleClass) {
        var line = new Label(text);
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
