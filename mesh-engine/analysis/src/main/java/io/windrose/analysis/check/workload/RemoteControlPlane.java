package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.syntax.Addresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Webhooks of Istio whose control plane is elsewhere: that they say where.
final class RemoteControlPlane implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0163", "IST0164");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : List.of(Kinds.MUTATING_WEBHOOKS, Kinds.VALIDATING_WEBHOOKS)) {
            for (var object : mesh.all(kind)) {
                if (isOfIstio(object)) {
                    object.root().items("webhooks").forEach(one -> check(one, found));
                }
            }
        }
    }

    private static boolean isOfIstio(MeshObject object) {
        var name = object.name();
        return object.kind().equals(Kinds.MUTATING_WEBHOOKS)
                ? name.startsWith("istio-sidecar-injector")
                : name.equals("istiod-default-validator") || name.startsWith("istio-validator");
    }

    private static void check(Node webhook, Consumer<Finding> found) {
        var client = webhook.get("clientConfig");
        var url = client.get("url");
        if (!url.exists()) {
            if (!client.get("service").exists()) {
                found.accept(
                        Finding.of(
                                "IST0163",
                                url,
                                "The webhook says neither url nor service, so that nobody"
                                        + " answers it; write the url of the control plane."));
            }
            return;
        }
        var host = host(url.text());
        if (host.isEmpty()) {
            found.accept(
                    Finding.of(
                            "IST0163",
                            url,
                            ("%s is no URL that an API server could call; write one such as"
                                            + " https://istiod.example.com:15017/inject.")
                                    .formatted(url.text())));
        } else if (Addresses.isAddress(host.get())) {
            found.accept(
                    Finding.of(
                            "IST0164",
                            url,
                            ("The control plane is named by its address %s, which its"
                                            + " certificate must have, too; a host name survives a change of"
                                            + " address.")
                                    .formatted(host.get())));
        }
    }

    /// Empty for what is no URL.
    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost())
                    .map(host ->
                            host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
