package io.windrose.shell.frame;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// What failed in one area, why, when it worked last, and Retry; the other areas go on.
public final class ErrorBanner extends StackPane {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Banner banner;

    public ErrorBanner(Runnable retry) {
        banner = new Banner(Tone.FAILING, button(retry));
        getChildren().add(banner);
    }

    /// @param what a sentence without a full stop: `Latency could not be read`
    /// @param lastGood when it worked last; empty when it never did
    public void show(String what, String cause, Optional<Instant> lastGood) {
        var since =
                lastGood.map(at ->
                                "; last good at " + CLOCK.format(at.atZone(ZoneId.systemDefault())))
                        .orElse("");
        banner.say(what, cause + since);
    }

    private static Button button(Runnable retry) {
        var button = new Button("Retry", new IconView(Icon.REFRESH, IconView.SMALL));
        button.setId("retry");
        button.setTooltip(new Tooltip("Try the same again"));
        button.setOnAction(_ -> retry.run());
        return button;
    }
}
