package io.windrose.topology.display;

/// On what ground the picture stands.
public enum Theme {
    DARK,
    LIGHT
}
