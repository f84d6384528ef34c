package io.windrose.topology;

import java.util.Locale;

/// What the configuration asks of connections to a workload.
public enum MtlsMode {
    STRICT,
    PERMISSIVE,
    DISABLE,
    /// No mesh source was given, or the workload is not in it.
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
