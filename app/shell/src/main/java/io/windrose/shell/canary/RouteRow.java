package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.ShiftableRoute;
import io.windrose.shell.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One route that can be shifted: where it is, its split, where a shift stands, and the way there.
final class RouteRow extends HBox {
    private final CanaryViewModel model;
    private final Label name = new Label();
    private final Label place = new Label();
    private final MiniSplit bar = new MiniSplit();
    private final Label phase = new Label();
    private final Button open = new Button("Shift traffic", new IconView(Icon.SLIDERS));

    /// @param names pixels for the name, which are the same in all rows
    RouteRow(CanaryViewModel model, double names) {
        this.model = model;
        getStyleClass().add("canary-list-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("wr-section");
        place.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var words = new VBox(name, place);
        words.setMinWidth(names);
        words.setPrefWidth(names);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        phase.setMinWidth(USE_PREF_SIZE);
        phase.managedProperty().bind(phase.visibleProperty());
        open.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, bar, phase, open);
    }

    void show(ShiftableRoute route) {
        var ref = route.ref();
        name.setText(route.service().name());
        place.setText(
                "VirtualService %s in %s, route %s%s"
                        .formatted(
                                ref.routes().name().name(),
                                ref.routes().name().namespace(),
                                ref.label(),
                                route.matched() ? ", with conditions" : ""));
        bar.show(route.split(), model.colours(route));
        open.setId("canary-open-" + ref.routes().name().name() + "-" + ref.index());
        open.setOnAction(_ -> model.open(ref));
        var now = model.phase(ref).orElse(PhaseWords.NOTHING);
        phase.setVisible(!now.equals(PhaseWords.NOTHING));
        phase.setText(now.text());
        phase.getStyleClass().setAll("label", "wr-chip", now.tone().styleClass());
    }

    /// The shares side by side, to be read and not to be dragged.
    private static final class MiniSplit extends Region {
        private static final double HEIGHT = 24;
        private static final double GAP = 2;

        private List<Integer> percents = List.of();

        MiniSplit() {
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            setMinWidth(120);
        }

        void show(TrafficSplit split, Colours colours) {
            percents = List.copyOf(split.percentBySubset().values());
            var parts = new ArrayList<Label>();
            split.percentBySubset()
                    .forEach((subset, percent) -> {
                        var part = new Label(Words.subset(subset) + " " + percent + " %");
                        part.getStyleClass()
                                .addAll("wr-chip", "wr-v" + colours.of(subset), "canary-part");
                        part.setVisible(percent > 0);
                        parts.add(part);
                    });
            getChildren().setAll(parts);
            setAccessibleText(Words.split(split));
        }

        @Override
        protected void layoutChildren() {
            var shown = getChildren().stream().filter(Node::isVisible).toList();
            var widths = widths(shown, getWidth() - GAP * (shown.size() - 1));
            double x = 0;
            for (int i = 0; i < shown.size(); i++) {
                shown.get(i).resizeRelocate(x, 0, widths[i], HEIGHT);
                x += widths[i] + GAP;
            }
        }

        /// By share; a part too small for its words gets their width, and the others what is left,
        /// as long as there is room for the words of all.
        private double[] widths(List<Node> shown, double room) {
            var shares = percents.stream().filter(percent -> percent > 0).toList();
            var widths = new double[shown.size()];
            double free = room;
            double rest = 100;
            boolean all = false;
            while (!all) { // what one part takes may leave too little for another
                all = true;
                for (int i = 0; i < widths.length; i++) {
                    double words = Math.ceil(shown.get(i).prefWidth(HEIGHT));
                    if (widths[i] == 0 && free * shares.get(i) / rest < words) {
                        widths[i] = words;
                        free -= words;
                        rest -= shares.get(i);
                        all = false;
                    }
                }
            }
            for (int i = 0; i < widths.length; i++) {
                double share = shares.get(i);
                if (free < 0) {
                    widths[i] = Math.max(0, Math.floor(room * share / 100));
                } else if (widths[i] == 0) {
                    widths[i] = Math.floor(free * share / rest);
                }
            }
            return widths;
        }
    }
}
