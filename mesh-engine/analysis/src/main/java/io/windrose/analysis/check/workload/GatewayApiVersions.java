package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The definitions of Kubernetes' Gateway API that are installed: that the control plane reads
/// their version.
final class GatewayApiVersions implements Check {
    private static final String VERSION = "gateway.networking.k8s.io/bundle-version";
    private static final Pattern WRITTEN =
            Pattern.compile("v?([0-9]{1,6}(?:\\.[0-9]{1,6}){0,2}).*");
    private static final Map<String, String> LEAST =
            Map.of(
                    "grpcroutes.gateway.networking.k8s.io", "1.1.0",
                    "backendtlspolicies.gateway.networking.k8s.io", "1.4.0",
                    "tlsroutes.gateway.networking.k8s.io", "1.5.0",
                    "tcproutes.gateway.networking.k8s.io", "1.6.0");

    @Override
    public Set<String> codes() {
        return Set.of("IST0176");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        LEAST.forEach((name, least) ->
                mesh.find(Kinds.CUSTOM_RESOURCE_DEFINITION, "", name)
                        .map(one -> one.root().get("metadata", "annotations", VERSION))
                        .ifPresent(version -> check(version, least, found)));
    }

    private static void check(Node version, String least, Consumer<Finding> found) {
        var written = WRITTEN.matcher(version.text());
        if (written.matches() && isLess(written.group(1), least)) {
            found.accept(
                    Finding.of(
                            "IST0176",
                            version,
                            ("%s is of version %s, and Istio ignores objects of it below %s;"
                                            + " install that version of the Gateway API, or a later one.")
                                    .formatted(version.object().name(), written.group(1), least)));
        }
    }

    private static boolean isLess(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other)) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.copyOf(
                Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray(), 3);
    }
}
