package io.windrose.analysis.check;

import io.windrose.analysis.Check;
import io.windrose.analysis.check.extension.ExtensionChecks;
import io.windrose.analysis.check.pitfall.PitfallChecks;
import io.windrose.analysis.check.routing.RoutingChecks;
import io.windrose.analysis.check.security.SecurityChecks;
import io.windrose.analysis.check.workload.WorkloadChecks;
import java.util.List;
import java.util.stream.Stream;

/// Every check there is.
public final class Checks {
    public static final List<Check> ALL =
            Stream.of(
                            List.<Check>of(new SchemaCheck()),
                            RoutingChecks.ALL,
                            SecurityChecks.ALL,
                            WorkloadChecks.ALL,
                            ExtensionChecks.ALL,
                            PitfallChecks.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Checks() {}
}
