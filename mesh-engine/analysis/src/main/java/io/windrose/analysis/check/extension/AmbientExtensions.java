package io.windrose.analysis.check.extension;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Check;
import io.windrose.analysis.Entries;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kernel.Labels;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What only a waypoint can do in a namespace without sidecars: plug-ins, and settings about HTTP.
final class AmbientExtensions implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1111", "KIA1112", "KIA1116", "KIA1117");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var plugin : mesh.all(Kinds.WASM_PLUGIN)) {
            check(mesh, plugin, "KIA1111", "KIA1116", found);
        }
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            if (isAboutHttp(telemetry.spec())) {
                check(mesh, telemetry, "KIA1112", "KIA1117", found);
            }
        }
    }

    private static boolean isAboutHttp(Node spec) {
        return !spec.items("tracing").isEmpty()
                || !spec.items("accessLogging").isEmpty()
                || spec.items("metrics").stream()
                        .anyMatch(one -> !one.items("overrides").isEmpty());
    }

    private static void check(
            Mesh mesh,
            MeshObject object,
            String notEnrolled,
            String noTarget,
            Consumer<Finding> found) {
        if (!Ambient.isNamespace(mesh, object.namespace())) {
            return;
        }
        var name = object.root().get("metadata", "name");
        boolean targeted = Targets.of(object).targeted();
        if (!isEnrolled(mesh, object)) {
            found.accept(
                    enrol(
                            mesh,
                            object,
                            Finding.of(
                                    notEnrolled,
                                    name,
                                    ("Only a waypoint does this in namespace %s, which has no"
                                                    + " sidecars, and no label %s leads to one.")
                                            .formatted(object.namespace(), Ambient.USE_WAYPOINT))));
        }
        if (!targeted) {
            found.accept(
                    target(
                            mesh,
                            object,
                            Finding.of(
                                    noTarget,
                                    name,
                                    "A waypoint takes only what names it, or a Service behind"
                                            + " it, in targetRefs, and this names none.")));
        }
    }

    /// The waypoint itself, a Service behind one, or else the namespace.
    private static boolean isEnrolled(Mesh mesh, MeshObject object) {
        var namespace = object.namespace();
        var spec = object.spec();
        var references = spec.items("targetRefs").stream();
        boolean byTarget =
                Stream.concat(references, Stream.of(spec.get("targetRef")))
                        .anyMatch(one ->
                                switch (one.text("kind")) {
                                    case "Gateway" -> true;
                                    case "Service" ->
                                            mesh.find(Kinds.SERVICE, namespace, one.text("name"))
                                                    .filter(service ->
                                                            Ambient.waypoint(
                                                                            mesh,
                                                                            service.labels(),
                                                                            namespace)
                                                                    .isPresent())
                                                    .isPresent();
                                    default -> false;
                                });
        return byTarget || Ambient.waypoint(mesh, Labels.NONE, namespace).isPresent();
    }

    private static Finding enrol(Mesh mesh, MeshObject object, Finding finding) {
        return waypoint(mesh, object.namespace())
                .flatMap(name ->
                        mesh.find(Kinds.NAMESPACE, "", object.namespace())
                                .flatMap(namespace ->
                                        Entries.label(
                                                "Label the namespace %s: %s"
                                                        .formatted(Ambient.USE_WAYPOINT, name),
                                                namespace.root().get("metadata"),
                                                Ambient.USE_WAYPOINT,
                                                name)))
                .map(finding::with)
                .orElse(finding);
    }

    private static Finding target(Mesh mesh, MeshObject object, Finding finding) {
        var name = waypoint(mesh, object.namespace());
        return name.isPresent()
                        && object.spec().tree() instanceof Mapping spec
                        && !object.spec().get("selector").exists()
                ? finding.with(
                        Fix.of(
                                "Name Gateway %s in targetRefs".formatted(name.get()),
                                object,
                                patch -> patch.add(spec, "targetRefs", TargetRefs.to(name.get()))))
                : finding;
    }

    /// The only one of a namespace.
    private static Optional<String> waypoint(Mesh mesh, String namespace) {
        var all =
                mesh.all(Kinds.KUBERNETES_GATEWAY).stream()
                        .filter(one -> one.namespace().equals(namespace) && Ambient.isWaypoint(one))
                        .map(MeshObject::name)
                        .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
