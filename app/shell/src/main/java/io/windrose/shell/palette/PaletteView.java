package io.windrose.shell.palette;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.KeyCaps;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A field and what answers it; arrows choose, Enter runs, Esc leaves.
public final class PaletteView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 560;
    private static final double TOP = 96;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();
    private final Subscription subscription;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        getStylesheets()
                .add(
                        Objects.requireNonNull(PaletteView.class.getResource("palette.css"))
                                .toExternalForm());
        getStyleClass().addAll("wr-raised", "wr-palette");
        setId("palette");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        setTranslateY(TOP);
        field.setId("palette-field");
        field.setPromptText("A service, a resource, or what you want to do");
        field.setAccessibleText("Find anything");
        field.textProperty().addListener((_, _, text) -> model.type(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        var search = new IconView(Icon.SEARCH);
        var esc = new KeyCaps("Esc");
        esc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var box = new StackPane(field, search, esc);
        search.getStyleClass().add("wr-search");
        StackPane.setAlignment(search, Pos.CENTER_LEFT);
        StackPane.setAlignment(esc, Pos.CENTER_RIGHT);
        box.getStyleClass().add("wr-palette-box");
        rows.getStyleClass().add("wr-palette-rows");
        getChildren().addAll(box, rows);
        subscription =
                Subscription.combine(
                        model.foundProperty().subscribe(this::list),
                        model.chosenProperty().subscribe(_ -> mark()));
        sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        subscription.unsubscribe();
                    } else {
                        Platform.runLater(field::requestFocus);
                    }
                });
    }

    private void onKey(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case TAB -> model.move(event.isShiftDown() ? -1 : 1);
            case ENTER -> model.run();
            case ESCAPE -> model.cancel();
            default -> known = event.getCode() == KeyCode.K && event.isShortcutDown();
        }
        if (known) {
            if (event.getCode() == KeyCode.K) {
                model.cancel();
            }
            event.consume();
        }
    }

    private void list(List<Target> found) {
        rows.getChildren().clear();
        if (found.isEmpty()) {
            var none = new Label("Nothing here has that name");
            none.getStyleClass().addAll("wr-small", "wr-text-2", "wr-palette-none");
            rows.getChildren().add(none);
        }
        for (Target.Group group : Target.Group.values()) {
            var members = found.stream().filter(each -> each.group() == group).toList();
            if (!members.isEmpty()) {
                var heading = new Label(group.title());
                heading.getStyleClass().addAll("wr-tiny", "wr-text-2", "wr-palette-heading");
                rows.getChildren().add(heading);
                members.forEach(target -> rows.getChildren().add(row(target)));
            }
        }
        mark();
    }

    private HBox row(Target target) {
        var title = new Label(target.title());
        title.getStyleClass().add("wr-small");
        title.setMinWidth(USE_PREF_SIZE);
        var detail = new Label(target.hindrance().orElse(target.detail()));
        detail.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(new IconView(target.icon()), title, detail, gap);
        target.tone().ifPresent(tone -> row.getChildren().add(new Sign(tone)));
        row.getChildren().add(new KeyCaps(target.keys()));
        row.getStyleClass().add("wr-palette-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setUserData(target);
        row.setDisable(target.hindrance().isPresent());
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(target.title() + ", " + target.detail());
        row.setOnMouseClicked(_ -> model.run(target));
        return row;
    }

    private void mark() {
        var chosen = model.chosenTarget();
        for (Node row : rows.getChildren()) {
            boolean is = chosen.isPresent() && chosen.get().equals(row.getUserData());
            row.pseudoClassStateChanged(CHOSEN, is);
        }
        chosen.ifPresent(
                target -> field.setAccessibleHelp(target.title() + ", " + target.detail()));
    }
}
