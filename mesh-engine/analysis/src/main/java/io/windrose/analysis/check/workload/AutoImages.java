package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Entries;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Containers with the image `auto`, which the injector replaces: that it is asked to.
final class AutoImages implements Check {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String TRUE = "true";

    @Override
    public Set<String> codes() {
        return Set.of("IST0146", "IST0147");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var webhooks = InjectionWebhook.all(mesh);
        for (var deployment : mesh.all(Kinds.DEPLOYMENT)) {
            var template = deployment.spec().get("template");
            if (!isInjected(mesh, webhooks, deployment, template)) {
                images(template).forEach(one -> found.accept(finding("IST0146", one, template)));
            }
        }
        for (var pod : mesh.all(Kinds.POD)) {
            // one that is yet to be made has its image replaced; in one that runs, it is too late
            if (runs(pod) || !isInjected(mesh, webhooks, pod, pod.root())) {
                images(pod.root())
                        .forEach(one -> found.accept(finding("IST0147", one, pod.root())));
            }
        }
    }

    private static boolean runs(MeshObject pod) {
        return pod.root().get("status").exists();
    }

    private static List<Node> images(Node template) {
        return template.get("spec").items("containers").stream()
                .filter(one -> one.text("name").equals("istio-proxy"))
                .map(one -> one.get("image"))
                .filter(image -> image.text().equals("auto"))
                .toList();
    }

    /// Where no webhook is known, as by those that Istio installs.
    private static boolean isInjected(
            Mesh mesh, List<InjectionWebhook> webhooks, MeshObject object, Node template) {
        Map<String, String> namespace =
                mesh.find(Kinds.NAMESPACE, "", object.namespace())
                        .<Map<String, String>>map(one -> one.labels().byKey())
                        .orElse(Map.of());
        var labels = template.words("metadata", "labels");
        return webhooks.isEmpty()
                ? TRUE.equals(labels.get(INJECT))
                        || labels.containsKey(InjectionWebhook.REVISION)
                        || namespace.containsKey(InjectionWebhook.REVISION)
                        || "enabled".equals(namespace.get("istio-injection"))
                : webhooks.stream().anyMatch(one -> one.takes(namespace, labels));
    }

    private static Finding finding(String code, Node image, Node template) {
        var finding =
                Finding.of(
                        code,
                        image,
                        ("No webhook puts the image of the proxy in the place of auto, because"
                                        + " neither the labels of the namespace nor those of the Pod ask for it;"
                                        + " label the Pod %s: \"true\".")
                                .formatted(INJECT));
        return Entries.adding(template.get("metadata"), "labels", INJECT, TRUE)
                .map(adds -> finding.with(Fix.of("Label it " + INJECT, image.object(), adds)))
                .orElse(finding);
    }
}
