package io.windrose.topology.display;

/// How much of the graph is worth drawing at a zoom, from everything to the least.
public enum Detail {
    FULL,
    NO_EDGE_LABELS,
    NO_VERSIONS,
    /// Frames and the health of each node.
    HEALTH;

    private static final double LABELS_FROM = 0.60;
    private static final double VERSIONS_FROM = 0.40;
    private static final double EDGES_FROM = 0.25;

    /// @param zoom 1 for 100 %
    public static Detail at(double zoom) {
        if (zoom >= LABELS_FROM) {
            return FULL;
        }
        if (zoom >= VERSIONS_FROM) {
            return NO_EDGE_LABELS;
        }
        return zoom >= EDGES_FROM ? NO_VERSIONS : HEALTH;
    }

    boolean shows(Detail needed) {
        return compareTo(needed) <= 0;
    }
}
