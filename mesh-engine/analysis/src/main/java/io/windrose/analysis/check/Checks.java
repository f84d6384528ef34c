package io.windrose.analysis.check;

import io.windrose.analysis.Check;
import java.util.List;

/// Every check there is.
public final class Checks {
    public static final List<Check> ALL = List.of(new SchemaCheck(), new GatewayReferences());

    private Checks() {}
}
