package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.Health;
import io.windrose.workspace.story.Headline;
import io.windrose.workspace.story.Subject;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the chosen one is, why and since when; pressed, it leads to the evidence.
final class HeadlineBanner extends PressRow {
    private static final double SIGN = 18;

    private final Slot<Health.Status> sign = new Slot<>(status -> new Sign(Tone.of(status), SIGN));
    private final Label state = RowParts.shrinking("wr-banner-title");
    private final Label cause = RowParts.shrinking("wr-banner-cause");
    private final IconView arrow = new IconView(Icon.CHEVRON_RIGHT, IconView.NORMAL, "wr-text-2");

    HeadlineBanner() {
        setId("panel-headline");
        state.setWrapText(true);
        cause.setWrapText(true);
        var words = new VBox(state, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words, arrow);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Headline headline, Consumer<Subject> select) {
        getStyleClass().setAll("headline", "wr-banner", Tone.of(headline.status()).styleClass());
        sign.show(headline.status());
        state.setText(headline.state());
        cause.setText(headline.cause());
        cause.setManaged(!headline.cause().isEmpty());
        boolean leads = headline.evidence().isPresent();
        arrow.setVisible(leads);
        setFocusTraversable(leads);
        setAccessibleText(
                headline.cause().isEmpty()
                        ? headline.state()
                        : headline.state() + ". " + headline.cause());
        setOnPress(() -> headline.evidence().ifPresent(select));
    }
}
