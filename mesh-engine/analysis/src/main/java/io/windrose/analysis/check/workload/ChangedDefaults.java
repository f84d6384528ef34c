package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What an older Istio did, and a newer one does not, with what stands here; where somebody says
/// which one the mesh comes from.
///
/// @see <a
///   href="https://istio.io/latest/news/releases/1.22.x/announcing-1.22/upgrade-notes/">Istio:
///   upgrade notes of 1.22</a>
final class ChangedDefaults implements Check {
    private static final String CODE = "IST0169";
    private static final Pattern MINOR = Pattern.compile("1\\.([0-9]{1,4})(?:\\..*)?");
    private static final int TRACING_AND_PORTS = 22;

    @Override
    public Set<String> codes() {
        return Set.of(CODE);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        boolean older =
                mesh.all(Kinds.CLUSTER).stream()
                        .map(one -> MINOR.matcher(one.root().text("fromVersion")))
                        .anyMatch(one ->
                                one.matches()
                                        && Integer.parseInt(one.group(1)) < TRACING_AND_PORTS);
        if (!older) {
            return;
        }
        mesh.find(Kinds.SERVICE, mesh.rootNamespace(), "zipkin")
                .map(ChangedDefaults::tracing)
                .ifPresent(found);
        for (var entry : mesh.all(Kinds.SERVICE_ENTRY)) {
            targetPorts(entry, found);
        }
    }

    private static Finding tracing(MeshObject zipkin) {
        return Finding.of(
                CODE,
                zipkin.root().get("metadata", "name"),
                "Up to 1.21 every proxy sent its spans here, from 1.22 on none does; set defaultProviders.tracing or a Telemetry with this service as provider before the upgrade.");
    }

    private static void targetPorts(MeshObject entry, Consumer<Finding> found) {
        var resolution = entry.spec().text("resolution");
        if (!resolution.isEmpty() && !resolution.equals("NONE")) {
            return;
        }
        for (var port : entry.spec().items("ports")) {
            var target = port.get("targetPort");
            if (!target.text().isEmpty() && !target.text().equals(port.text("number"))) {
                found.accept(
                        Finding.of(
                                CODE,
                                target,
                                "Up to 1.21 this targetPort did nothing with resolution NONE, from 1.22 on connections go to %s in place of %s; remove it to keep what was."
                                        .formatted(target.text(), port.text("number"))));
            }
        }
    }
}
