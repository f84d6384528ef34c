package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kube.LiveCluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a cluster beside its objects, as the object that checks look for it in.
///
/// @see io.windrose.analysis.Kinds#CLUSTER
final class ClusterFacts {
    private ClusterFacts() {}

    /// The file of them, as places name it.
    static String file(String cluster) {
        return cluster + ":cluster";
    }

    /// @param cluster its name; empty for the only one in files
    /// @param live as it was read; empty for one in files
    /// @param fromVersion of Istio; empty where nobody says
    static List<MeshObject> of(
            String cluster, Optional<LiveCluster> live, String fromVersion, Instant now) {
        var facts = new JsonMapper().createObjectNode();
        facts.put("apiVersion", "windrose.io/v1");
        facts.put("kind", "Cluster");
        facts.putObject("metadata").put("name", cluster.isEmpty() ? "mesh" : cluster);
        facts.put("readAt", now.toString());
        facts.put("fromVersion", fromVersion);
        live.ifPresent(read -> {
            facts.put("version", read.version());
            var refused = facts.putArray("refused");
            read.refused().forEach(refused::add);
        });
        return objects(cluster, facts);
    }

    private static List<MeshObject> objects(String cluster, ObjectNode facts) {
        return switch (YamlFile.parse(file(cluster), facts.toString())) {
            case Result.Ok<YamlFile>(var yaml, _) -> MeshObject.of(yaml);
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
