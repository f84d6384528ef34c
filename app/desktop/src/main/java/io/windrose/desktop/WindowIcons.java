package io.windrose.desktop;

import io.windrose.icons.Icon;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/// The program's mark in the sizes that window managers choose from.
final class WindowIcons {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    static List<Image> all() {
        return SIZES.stream().map(WindowIcons::icon).toList();
    }

    private static Image icon(int size) {
        var name = "windrose-" + size + ".png";
        return new Image(
                Objects.requireNonNull(Icon.class.getResource(name), name).toString(), true);
    }
}
