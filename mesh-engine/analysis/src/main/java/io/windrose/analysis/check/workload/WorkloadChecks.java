package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import java.util.List;

/// Namespaces, services and what runs.
public final class WorkloadChecks {
    public static final List<Check> ALL =
            List.of(
                    new AmbientWorkloads(),
                    new Annotations(),
                    new AutoImages(),
                    new ChangedDefaults(),
                    new ClusterVersions(),
                    new Conditions(),
                    new ExternalNamePorts(),
                    new GatewayApiVersions(),
                    new InconsistentServices(),
                    new InjectionLabels(),
                    new JwksFetches(),
                    new MissingProxies(),
                    new NetworkRegistries(),
                    new PortNames(),
                    new ProxyImages(),
                    new RemoteControlPlane(),
                    new ServedVersions(),
                    new SharedPorts(),
                    new TargetPorts(),
                    new UncoveredWorkloads(),
                    new UserIds(),
                    new WebhookOverlaps(),
                    new WorkloadGroups());

    private WorkloadChecks() {}
}
