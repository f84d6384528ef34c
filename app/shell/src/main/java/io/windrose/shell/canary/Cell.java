package io.windrose.shell.canary;

/// One figure of the table.
///
/// @param look what it means
/// @param hint where it comes from, for a tooltip; empty for none
record Cell(String text, Look look, String hint) {

    enum Look {
        PLAIN,
        /// A draft that differs from what is asked.
        DRAFT,
        STRONG,
        HEALTHY,
        DEGRADED,
        FAILING,
        /// Not known, or not known yet.
        QUIET
    }

    static Cell plain(String text) {
        return new Cell(text, Look.PLAIN, "");
    }

    static Cell quiet(String text, String why) {
        return new Cell(text, Look.QUIET, why);
    }
}
