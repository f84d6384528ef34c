package io.windrose.analysis.check.extension;

import io.windrose.analysis.Check;
import java.util.List;

/// Telemetry, patches of Envoy and plug-ins.
public final class ExtensionChecks {
    public static final List<Check> ALL =
            List.of(
                    new AccessLogProviders(),
                    new AmbientExtensions(),
                    new Deprecations(),
                    new IneffectiveSelectors(),
                    new PatchOperations(),
                    new TelemetrySelectors());

    private ExtensionChecks() {}
}
