package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kube.LiveCluster;
import java.util.List;

/// What is known of a cluster beside its objects, as the object that checks look for it in.
///
/// @see io.windrose.analysis.Kinds#CLUSTER
final class ClusterFacts {
    private ClusterFacts() {}

    /// The file of them, as places name it.
    static String file(String cluster) {
        return cluster + ":cluster";
    }

    static List<MeshObject> of(LiveCluster cluster) {
        var facts = object(cluster.name());
        facts.put("version", cluster.version());
        var refused = facts.putArray("refused");
        cluster.refused().forEach(refused::add);
        return objects(cluster.name(), facts);
    }

    static List<MeshObject> fromVersion(String cluster, String version) {
        var facts = object(cluster);
        facts.put("fromVersion", version);
        return objects(cluster, facts);
    }

    private static ObjectNode object(String cluster) {
        var object = new JsonMapper().createObjectNode();
        object.put("apiVersion", "windrose.io/v1");
        object.put("kind", "Cluster");
        object.putObject("metadata").put("name", cluster.isEmpty() ? "mesh" : cluster);
        return object;
    }

    private static List<MeshObject> objects(String cluster, ObjectNode facts) {
        return switch (YamlFile.parse(file(cluster), facts.toString())) {
            case Result.Ok<YamlFile>(var yaml, _) -> MeshObject.of(yaml);
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
