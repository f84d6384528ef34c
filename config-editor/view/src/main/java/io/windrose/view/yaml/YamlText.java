package io.windrose.view.yaml;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One line of YAML in the colours of the editor, to look at only.
public final class YamlText {
    private YamlText() {}

    /// @param line without its line break
    public static Node of(String line) {
        var flow = new TextFlow();
        flow.getStyleClass().add("yaml-line");
        int at = 0;
        for (var token : Highlight.line(line, false)) {
            if (token.start() > at) {
                flow.getChildren().add(text(line.substring(at, token.start()), "syn-plain"));
            }
            flow.getChildren().add(text(line.substring(token.start(), token.end()), token.style()));
            at = token.end();
        }
        if (at < line.length()) {
            flow.getChildren().add(text(line.substring(at), "syn-plain"));
        }
        flow.setMinWidth(Region.USE_PREF_SIZE);
        return flow;
    }

    private static Text text(String part, String style) {
        var text = new Text(part);
        text.getStyleClass().addAll("text", style);
        return text;
    }
}
