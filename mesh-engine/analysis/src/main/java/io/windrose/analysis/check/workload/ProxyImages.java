package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Sidecars that run: that they are of the version that the injector gives today.
final class ProxyImages implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0158");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var injectors = Injectors.of(mesh);
        var type = mesh.settings().config().root().text("defaultConfig", "image", "imageType");
        var pods = new HashMap<String, List<MeshObject>>();
        mesh.all(Kinds.POD)
                .forEach(pod ->
                        pods.computeIfAbsent(pod.namespace(), _ -> new ArrayList<>()).add(pod));
        for (var namespace : mesh.all(Kinds.NAMESPACE)) {
            revision(namespace.labels())
                    .flatMap(injectors::image)
                    .ifPresent(image ->
                            check(
                                    namespace,
                                    pods.getOrDefault(namespace.name(), List.of()),
                                    image,
                                    type,
                                    found));
        }
    }

    private static Optional<String> revision(Labels namespace) {
        boolean enabled = namespace.get("istio-injection").filter("enabled"::equals).isPresent();
        return enabled ? Optional.of(Injectors.DEFAULT) : namespace.get("istio.io/rev");
    }

    private static void check(
            MeshObject namespace,
            List<MeshObject> pods,
            String image,
            String type,
            Consumer<Finding> found) {
        var others = new ArrayList<String>();
        for (var pod : pods) {
            var runs = image(pod);
            boolean same =
                    runs.isEmpty()
                            || runs.equals(image)
                            || (!type.isEmpty() && runs.equals(image + "-" + type));
            if (!same && pod.annotation("sidecar.istio.io/proxyImage").isEmpty()) {
                others.add(pod.name());
            }
        }
        if (!others.isEmpty()) {
            found.accept(
                    Finding.of(
                            "IST0158",
                            namespace.root().get("metadata", "name"),
                            ("%s have another image of the sidecar than %s, which the injector"
                                            + " gives now; restart what they belong to.")
                                    .formatted(some(others), image)));
        }
    }

    private static String some(List<String> names) {
        return names.size() <= 3
                ? "Pods " + String.join(", ", names)
                : "Pods %s and %d more".formatted(names.getFirst(), names.size() - 1);
    }

    /// Of its sidecar; empty without one.
    private static String image(MeshObject pod) {
        return List.of("containers", "initContainers").stream()
                .flatMap(list -> pod.spec().items(list).stream())
                .filter(one -> one.text("name").equals("istio-proxy"))
                .map(one -> one.text("image"))
                .findFirst()
                .orElse("");
    }
}
