package io.windrose.shell.welcome;

import io.windrose.shell.theme.IconView;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One place where a mesh may be: what it is, a look at it, and the way in.
final class CardView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double TILE = 36;
    private static final double ICON = 20;

    CardView(WelcomeViewModel model, Card card, Region look, Node actions) {
        setId("card-" + card.key());
        getStyleClass().add("wr-start-card");
        var tile = new StackPane(new IconView(card.icon(), ICON, "wr-accent"));
        tile.getStyleClass().add("wr-start-tile");
        tile.setMinSize(TILE, TILE);
        tile.setMaxSize(TILE, TILE);
        var title = new Label(card.title());
        title.getStyleClass().add("wr-heading");
        title.setMinWidth(0);
        var head = new HBox(tile, title);
        head.getStyleClass().add("wr-gap-3");
        head.setAlignment(Pos.CENTER_LEFT);
        var text = new Label(card.text());
        text.getStyleClass().addAll("wr-small", "wr-text-2");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(look, Priority.SOMETIMES);
        var gap = new Region();
        gap.getStyleClass().add("wr-start-gap");
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(head, text, look, gap, actions);
        setOnMousePressed(_ -> model.choose(card));
        model.chosenProperty().subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen == card));
    }
}
