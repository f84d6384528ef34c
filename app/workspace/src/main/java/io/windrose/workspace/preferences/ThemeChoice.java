package io.windrose.workspace.preferences;

/// What the user wants the window to look like.
public enum ThemeChoice {
    DARK,
    LIGHT,
    /// As the desktop around it.
    SYSTEM
}
