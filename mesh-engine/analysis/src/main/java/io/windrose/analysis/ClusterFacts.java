package io.windrose.analysis;

import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is known of a cluster beside its objects.
///
/// @param cluster its name; empty for the only one in files
/// @param fromVersion of Istio, `1.N`; empty where nobody says
/// @param server empty for a cluster in files
public record ClusterFacts(
        String cluster, Instant readAt, String fromVersion, Optional<Server> server) {

    /// What answered for a live cluster.
    ///
    /// @param refused kinds that it did not show
    public record Server(String version, List<String> refused) {
        public Server {
            refused = List.copyOf(refused);
        }
    }

    public static ClusterFacts ofFiles(Instant readAt) {
        return new ClusterFacts("", readAt, "", Optional.empty());
    }

    /// The file of the facts, as places name it.
    public static String file(String cluster) {
        return cluster + ":cluster";
    }

    /// As the object that checks look for them in.
    ///
    /// @see Kinds#CLUSTER
    public MeshObject object() {
        var text =
                """
                apiVersion: windrose.io/v1
                kind: Cluster
                metadata: {name: %s}
                readAt: %s
                fromVersion: %s
                """
                        .formatted(
                                quoted(cluster.isEmpty() ? "mesh" : cluster),
                                quoted(readAt.toString()),
                                quoted(fromVersion));
        var live = server.map(ClusterFacts::text).orElse("");
        return switch (YamlFile.parse(file(cluster), text + live)) {
            case Result.Ok<YamlFile>(var yaml, _) -> MeshObject.of(yaml).getFirst();
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static String text(Server server) {
        return server.refused().stream()
                .map(ClusterFacts::quoted)
                .collect(
                        Collectors.joining(
                                ", ",
                                "version: " + quoted(server.version()) + "\nrefused: [",
                                "]\n"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
