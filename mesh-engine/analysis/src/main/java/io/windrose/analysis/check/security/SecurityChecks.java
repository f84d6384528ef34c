package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import java.util.List;

/// Mutual TLS, authorization and tokens.
public final class SecurityChecks {
    public static final List<Check> ALL = List.of();

    private SecurityChecks() {}
}
