package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The newest notice, over the status bar, where it hides no node of the graph; it goes by itself,
/// except for failures.
final class Toast extends HBox {
    private static final Duration STAY = Duration.seconds(6);
    private static final double WIDEST = 520;

    private final ShellViewModel model;
    private final PauseTransition stay = new PauseTransition(STAY);

    Toast(ShellViewModel model) {
        this.model = model;
        getStyleClass().addAll("wr-raised", "wr-toast");
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        stay.setOnFinished(_ -> model.dismiss());
        model.noticeProperty().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        stay.stop();
        setVisible(notice.isPresent());
        notice.ifPresent(each -> {
            getChildren().setAll(new Sign(each.tone()), words(each));
            each.action().ifPresent(action -> getChildren().add(button(action)));
            getChildren().add(close());
            setAccessibleText(each.text() + ". " + each.detail());
            switch (each.tone()) {
                case FAILING -> {}
                case IDLE, HEALTHY, DEGRADED, INFO, ACCENT -> stay.playFromStart();
            }
        });
    }

    private static VBox words(Notice notice) {
        var text = new Label(notice.text());
        text.getStyleClass().addAll("wr-small", "wr-strong");
        text.setWrapText(true);
        var words = new VBox(text);
        if (!notice.detail().isEmpty()) {
            var detail = new Label(notice.detail());
            detail.getStyleClass().addAll("wr-tiny", "wr-text-2");
            detail.setWrapText(true);
            words.getChildren().add(detail);
        }
        words.setMaxWidth(WIDEST);
        return words;
    }

    private Button button(Notice.Action action) {
        var button = new Button(action.title());
        button.setId("notice-action");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(action.title()));
        button.setOnAction(_ -> {
            model.dismiss();
            action.run().run();
        });
        return button;
    }

    private Button close() {
        var button = new Button("", new IconView(Icon.CLOSE, IconView.SMALL));
        button.setId("notice-close");
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setAccessibleText("Dismiss");
        button.setTooltip(new Tooltip("Dismiss (Esc)"));
        button.setOnAction(_ -> model.dismiss());
        return button;
    }
}
