package io.windrose.shell.topology;

/// What the keys do while the keyboard is on the graph. The canvas obeys them; a test holds the two
/// together.
public enum GraphKey {
    RIGHT("→", "Along an edge, to whom is called"),
    LEFT("←", "Along an edge, to the caller"),
    UP("↑", "The node above"),
    DOWN("↓", "The node below"),
    OPEN("Enter", "Open what is chosen"),
    OUTWARD("Esc", "One level out"),
    FIT("F", "Fit the graph into the window"),
    LARGER("+", "Larger"),
    SMALLER("-", "Smaller"),
    ACTUAL("0", "Actual size"),
    NEIGHBOURS("N", "Only the chosen node and its neighbours"),
    LEGEND("L", "Legend");

    private final String keys;
    private final String words;

    GraphKey(String keys, String words) {
        this.keys = keys;
        this.words = words;
    }

    /// As on a key cap.
    public String keys() {
        return keys;
    }

    public String words() {
        return words;
    }
}
