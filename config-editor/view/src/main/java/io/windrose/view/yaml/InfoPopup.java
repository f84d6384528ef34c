package io.windrose.view.yaml;

import io.windrose.icons.Icon;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.Finding.Fix;
import io.windrose.session.edit.HoverHelp;
import io.windrose.view.Glyph;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// What is wrong at a place with what would repair it, or what the field there means.
final class InfoPopup {
    private static final double WIDTH = 380;

    /// Pixels from the pointer to the popup, and around both that the pointer may stray.
    private static final double NEAR = 12;

    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private final Consumer<Fix> repair;

    /// Where the pointer rested when it brought the popup; empty when a key did.
    private Optional<Point2D> origin = Optional.empty();

    InfoPopup(String stylesheet, Consumer<Fix> repair) {
        this.repair = repair;
        content.setId("yaml-info");
        content.getStyleClass().addAll("info", "wr-raised");
        content.getStylesheets().add(stylesheet);
        content.setMaxWidth(WIDTH);
        content.setPrefWidth(WIDTH);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        content.setOnMouseExited(pointer -> follow(pointer.getScreenX(), pointer.getScreenY()));
    }

    void hide() {
        popup.hide();
    }

    /// As [#show], beside the pointer; it stays while the pointer is there, on its way into the
    /// popup, or in it.
    void hover(Node owner, Point2D pointer, List<Finding> findings, Optional<HoverHelp> help) {
        show(owner, pointer.getX(), pointer.getY() + NEAR, findings, help);
        origin = Optional.of(pointer);
    }

    /// Tells where on the screen the pointer is.
    void follow(double x, double y) {
        if (popup.isShowing() && origin.isPresent() && !isNear(origin.get(), x, y)) {
            hide();
        }
    }

    private boolean isNear(Point2D from, double x, double y) {
        var area = content.localToScreen(content.getBoundsInLocal());
        return x >= Math.min(from.getX(), area.getMinX()) - NEAR
                && x <= Math.max(from.getX(), area.getMaxX()) + NEAR
                && y >= Math.min(from.getY(), area.getMinY()) - NEAR
                && y <= Math.max(from.getY(), area.getMaxY()) + NEAR;
    }

    /// Shows nothing when there is nothing to say.
    ///
    /// @param x of the screen
    /// @param y of the screen
    void show(Node owner, double x, double y, List<Finding> findings, Optional<HoverHelp> help) {
        origin = Optional.empty();
        content.getChildren().clear();
        findings.forEach(finding -> content.getChildren().add(problem(finding)));
        help.ifPresent(found -> content.getChildren().add(field(found)));
        if (content.getChildren().isEmpty()) {
            hide();
        } else {
            OwnersLook.put(owner, content);
            popup.show(owner, x, y);
        }
    }

    /// To the first repair, so that Enter carries it out.
    void focusFirstFix() {
        content.lookupAll(".fix").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private Node problem(Finding finding) {
        var words = new Label(finding.problem().message());
        words.getStyleClass().add("wr-small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var code = new Label(finding.problem().code());
        code.getStyleClass().addAll("wr-code", "wr-text-3");
        code.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(Glyph.sign(Gutter.tone(finding.problem().severity()), 14), words, code);
        head.getStyleClass().add("wr-gap-2");
        head.setAlignment(Pos.TOP_LEFT);
        var box = new VBox(head);
        box.getStyleClass().add("wr-gap-1");
        for (int i = 0; i < finding.fixes().size(); i++) {
            box.getChildren().add(button(finding.fixes().get(i), i == 0));
        }
        return box;
    }

    private Button button(Fix fix, boolean first) {
        var button = new Button(fix.label(), Glyph.of(Icon.PENCIL, 14, "wr-accent"));
        button.getStyleClass().addAll("flat", "small", "fix");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        if (first) {
            button.setId("yaml-fix");
        }
        button.setOnAction(_ -> {
            hide();
            repair.accept(fix);
        });
        return button;
    }

    private static Node field(HoverHelp help) {
        return FieldCard.of(help);
    }
}
