package io.windrose.view.yaml;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The theme for what stands in a popup: a plain popup has a scene of its own, to which neither the
/// style sheets nor the theme's class of its owner's scene come down.
final class OwnersLook {
    private OwnersLook() {}

    /// @param content of the popup
    static void put(Node owner, Region content) {
        var scene = owner.getScene();
        var theme =
                scene.getRoot().getStyleClass().stream()
                        .filter(name -> name.equals("wr-dark") || name.equals("wr-light"))
                        .toList();
        content.getStyleClass().removeAll("wr-dark", "wr-light");
        content.getStyleClass().addAll(theme);
        for (var sheet : scene.getStylesheets().reversed()) {
            if (!content.getStylesheets().contains(sheet)) {
                content.getStylesheets().addFirst(sheet);
            }
        }
    }
}
