package io.windrose.topology.display;

/// The roles that colours play in the graph, with the colour in each theme.
///
/// Names and values are those of the design tokens.
public enum Paint {
    NONE("none", "none"),
    CANVAS("#0b0e14", "#f6f8fb"),
    CARD("#1a202b", "#ffffff"),
    BOX("#11161f", "#ffffff"),
    BOX_LINE("#2a3341", "#d5dce6"),
    GRID("#171d27", "#e6ebf2"),
    PANEL("#141922", "#ffffff"),
    HOVER("#1f2733", "#e9edf4"),
    LINE_STRONG("#36414f", "#bcc6d4"),
    TEXT("#e9edf3", "#151d2b"),
    TEXT_2("#aab4c3", "#475467"),
    TEXT_3("#8b96a7", "#5c687b"),
    HEALTHY("#4ed5ae", "#167657"),
    DEGRADED("#f2b445", "#8d5800"),
    DEGRADED_SOFT("#33291a", "#fdeed2"),
    FAILING("#ff7a6b", "#9d100c"),
    FAILING_SOFT("#3a1f22", "#fde4e1"),
    IDLE("#8b96a7", "#5e687b"),
    IDLE_SOFT("#212834", "#e8ecf2"),
    INFO("#7dbdff", "#0b65b8"),
    MTLS("#4ed5ae", "#167657"),
    MTLS_MIXED("#f2b445", "#8d5800"),
    MTLS_NONE("#ec7dc6", "#a8277a"),
    HTTP("#a3ccfb", "#075797"),
    GRPC("#bf90fb", "#7a3fc4"),
    TCP("#d8ac7c", "#80551f"),
    V1("#5596f9", "#0465cd"),
    V2("#f3a4f7", "#711d98"),
    V3("#f6a65c", "#a34e01"),
    V4("#64d5c4", "#105c4e"),
    V1_SOFT("#19283f", "#e0ebfc"),
    V2_SOFT("#2c2140", "#f1e4fb"),
    V3_SOFT("#372818", "#fdead6"),
    V4_SOFT("#12302d", "#dcf3ec"),
    EDGE("#5b6880", "#7d899b"),
    EDGE_STRONG("#93a0b8", "#475467"),
    ACCENT("#8aa2ff", "#3656d4"),
    ACCENT_SOFT("#1d2740", "#e1e8fd"),
    FOCUS("#a9bbff", "#3656d4");

    private final String dark;
    private final String light;

    Paint(String dark, String light) {
        this.dark = dark;
        this.light = light;
    }

    /// `#rrggbb`, or `none` for what is not painted.
    public String colour(Theme theme) {
        return switch (theme) {
            case DARK -> dark;
            case LIGHT -> light;
        };
    }
}
