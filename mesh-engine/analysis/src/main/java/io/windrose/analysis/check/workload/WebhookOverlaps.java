package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Webhooks that inject: that one alone takes each Pod, and that somebody answers them.
final class WebhookOverlaps implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0139");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var webhooks = InjectionWebhook.all(mesh);
        rivals(webhooks).forEach((webhook, rivals) -> found.accept(overlap(webhook, rivals)));
        webhooks.forEach(one -> service(mesh, one, found));
    }

    /// Each with the others that take some Pod that it takes.
    private static Map<InjectionWebhook, Set<InjectionWebhook>> rivals(
            List<InjectionWebhook> webhooks) {
        var revisions = new TreeSet<String>();
        webhooks.forEach(one -> revisions.addAll(one.revisions()));
        var rivals = new LinkedHashMap<InjectionWebhook, Set<InjectionWebhook>>();
        for (var namespace : labels("istio-injection", List.of("enabled", "disabled"), revisions)) {
            for (var pod : labels("sidecar.istio.io/inject", List.of("true", "false"), revisions)) {
                var taking = webhooks.stream().filter(one -> one.takes(namespace, pod)).toList();
                for (var one : taking) {
                    taking.stream()
                            .filter(other -> !one.isSameAs(other))
                            .forEach(other ->
                                    rivals.computeIfAbsent(one, _ -> new LinkedHashSet<>())
                                            .add(other));
                }
            }
        }
        return rivals;
    }

    /// Every set of labels that could matter: with and without a key, with and without a revision.
    private static List<Map<String, String>> labels(
            String key, List<String> values, Set<String> revisions) {
        var all = new ArrayList<Map<String, String>>();
        var keyed = new ArrayList<Map<String, String>>(List.of(Map.of()));
        values.forEach(value -> keyed.add(Map.of(key, value)));
        for (var labels : keyed) {
            all.add(labels);
            for (var revision : revisions) {
                var both = new HashMap<>(labels);
                both.put(InjectionWebhook.REVISION, revision);
                all.add(both);
            }
        }
        return all;
    }

    private static Finding overlap(InjectionWebhook webhook, Set<InjectionWebhook> rivals) {
        var others =
                rivals.stream()
                        .map(one -> one.node().object().name() + "/" + one.node().text("name"))
                        .collect(Collectors.joining(" and "));
        return Finding.of(
                "IST0139",
                webhook.node().get("name"),
                ("%s takes Pods that this webhook takes, too, so that they would get two"
                                + " sidecars; give each a revision of its own in its selectors.")
                        .formatted(others));
    }

    private static void service(Mesh mesh, InjectionWebhook webhook, Consumer<Finding> found) {
        var service = webhook.node().get("clientConfig", "service");
        var name = service.text("name");
        var namespace = service.text("namespace");
        if (service.exists() && mesh.find(Kinds.SERVICE, namespace, name).isEmpty()) {
            found.accept(
                    Finding.of(
                            "IST0139",
                            service.get("name"),
                            ("There is no Service %s in namespace %s, so that nobody answers"
                                            + " the webhook and Pods are refused or left without a sidecar.")
                                    .formatted(name, namespace)));
        }
    }
}
