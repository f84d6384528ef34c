package io.windrose.controlplane;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small meshes of HTTP services without endpoints.
final class TestMesh {
    private TestMesh() {}

    static MeshVersion of(long number, String... services) {
        return switch (ConfigReader.read("test.yaml", yaml(services))) {
            case Result.Ok<List<Resource>>(var resources, _) ->
                    new MeshVersion(number, MeshBuilder.build(ConfigSnapshot.of(resources)));
            case Result.Err<List<Resource>>(var problems) -> throw new AssertionError(problems);
        };
    }

    static String yaml(String... services) {
        return Stream.of(services).map(TestMesh::service).collect(Collectors.joining("---\n"));
    }

    static String cluster(String service) {
        return "outbound|9080||" + service + ".default.svc.cluster.local";
    }

    private static String service(String name) {
        return """
        apiVersion: v1
        kind: Service
        metadata:
          name: %s
          namespace: default
        spec:
          clusterIP: 10.0.0.%d
          ports:
          - name: http
            port: 9080
        """
                .formatted(name, 1 + Math.floorMod(name.hashCode(), 200));
    }
}
