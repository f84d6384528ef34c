package io.windrose.canvas;

/// Where the keyboard walks to.
public enum Direction {
    /// To whom the node calls.
    RIGHT,
    /// Back to who calls the node.
    LEFT,
    /// To the sibling above.
    UP,
    /// To the sibling below.
    DOWN
}
