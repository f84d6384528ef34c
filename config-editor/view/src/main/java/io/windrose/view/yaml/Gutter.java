package io.windrose.view.yaml;

import io.windrose.kernel.Severity;
import io.windrose.session.edit.Finding;
import io.windrose.view.Glyph;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The margin of a line: the sign of the worst that is wrong in it, and its number.
final class Gutter implements IntFunction<Node> {
    private static final double SIGN = 13;

    private final IntFunction<List<Finding>> findings;

    /// @param findings by line, from 0
    Gutter(IntFunction<List<Finding>> findings) {
        this.findings = findings;
    }

    @Override
    public Node apply(int line) {
        var number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        var place = new StackPane();
        place.getStyleClass().add("line-sign");
        findings.apply(line).stream()
                .max(Comparator.comparing(one -> one.problem().severity()))
                .ifPresent(worst -> place.getChildren().add(sign(worst)));
        var row = new HBox(place, number);
        row.getStyleClass().add("gutter");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node sign(Finding worst) {
        var problem = worst.problem();
        return Glyph.sign(tone(problem.severity()), SIGN)
                .saying(
                        switch (problem.severity()) {
                                    case ERROR -> "Error: ";
                                    case WARNING -> "Warning: ";
                                    case INFO -> "Hint: ";
                                }
                                + problem.message());
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case ERROR -> "wr-failing";
            case WARNING -> "wr-degraded";
            case INFO -> "wr-info";
        };
    }
}
