package io.windrose.analysis.check.workload;

import io.windrose.analysis.Entries;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Containers with the image `auto`, which the injector replaces: that it is asked to.
final class AutoImages implements ObjectCheck {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String TRUE = "true";

    @Override
    public Set<String> codes() {
        return Set.of("IST0146", "IST0147");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DEPLOYMENT, Kinds.POD);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        var template = Workloads.template(object);
        var images = images(template);
        if (images.isEmpty()) {
            return;
        }
        boolean pod = object.kind().equals(Kinds.POD);
        // one that is yet to be made has its image replaced; in one that runs, it is too late
        boolean runs = pod && object.root().get("status").exists();
        if (runs || !isInjected(mesh, object, template)) {
            var code = pod ? "IST0147" : "IST0146";
            images.forEach(one -> found.accept(finding(code, one, template)));
        }
    }

    private static List<Node> images(Node template) {
        return template.get("spec").items("containers").stream()
                .filter(one -> one.text("name").equals("istio-proxy"))
                .map(one -> one.get("image"))
                .filter(image -> image.text().equals("auto"))
                .toList();
    }

    /// Where no webhook is known, as by those that Istio installs.
    private static boolean isInjected(Mesh mesh, MeshObject object, Node template) {
        var webhooks = InjectionWebhook.all(mesh);
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
