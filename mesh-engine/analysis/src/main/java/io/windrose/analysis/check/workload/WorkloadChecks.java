package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import java.util.List;

/// Namespaces, services and what runs.
public final class WorkloadChecks {
    public static final List<Check> ALL = List.of(new ExternalNamePorts(), new PortNames());

    private WorkloadChecks() {}
}
