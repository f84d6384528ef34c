package io.windrose.registry;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Result;
import java.util.List;
import java.util.Map;

/// Meshes out of YAML, for tests.
final class Meshes {
    private Meshes() {}

    static MeshSnapshot of(String... documents) {
        return MeshBuilder.build(ConfigSnapshot.of(resources(documents)));
    }

    static List<Resource> resources(String... documents) {
        return switch (ConfigReader.read("test.yaml", String.join("\n---\n", documents))) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources;
            case Result.Err<List<Resource>>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    static Service service(MeshSnapshot mesh, String host) {
        return mesh.services().of(new Hostname(host)).getFirst();
    }

    static Labels app(String name) {
        return Labels.of(Map.of("app", name));
    }

    /// A ServiceEntry inside the mesh with one HTTP port and one endpoint.
    static String entry(String namespace, String host) {
        return """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: %s, namespace: %s}
        spec:
          hosts: [%s]
          addresses: [10.0.0.1]
          ports: [{number: 80, name: http, protocol: HTTP}]
          location: MESH_INTERNAL
          resolution: STATIC
          endpoints:
          - address: 10.1.0.1
            labels: {app: a, security.istio.io/tlsMode: istio}
        """
                .formatted(host.replace('.', '-'), namespace, host);
    }

    static String peerAuthentication(String namespace, String name, String selector, String mode) {
        return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: %s, namespace: %s}
        spec:
          %s
          mtls: {mode: %s}
        """
                .formatted(name, namespace, selector, mode);
    }

    static String destinationRule(String namespace, String name, String host, String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %s, namespace: %s}
        spec:
          host: "%s"
        %s
        """
                .formatted(name, namespace, host, spec.indent(2));
    }
}
