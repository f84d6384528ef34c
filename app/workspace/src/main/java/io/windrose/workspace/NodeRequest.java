package io.windrose.workspace;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.translate.scope.ProxyNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A proxy that somebody asks about without there being one: its id, and what it would say of
/// itself.
///
/// @param id `type~ip~pod.namespace~dnsDomain`
/// @param file an Envoy node as JSON, with metadata and locality; its id must be the same
/// @param labels of the workload, added to what the file says
public record NodeRequest(String id, Optional<Path> file, Map<String, String> labels) {
    private static final String LABELS = "LABELS";

    public NodeRequest {
        labels = Map.copyOf(labels);
    }

    public Result<ProxyNode> read() {
        return node().then(node -> ProxyNode.of(labelled(node)));
    }

    private Result<Node> node() {
        if (file.isEmpty()) {
            return Result.ok(Node.newBuilder().setId(id).build());
        }
        var place = Place.inFile(file.get().toString());
        try {
            var node = Node.newBuilder();
            JsonFormat.parser().ignoringUnknownFields().merge(Files.readString(file.get()), node);
            if (!node.getId().equals(id)) {
                return Result.err(
                        Problem.error(
                                "MESH1702",
                                place,
                                "is about the node '%s', not '%s'; name the same one in --node"
                                        .formatted(node.getId(), id)));
            }
            return Result.ok(node.build());
        } catch (InvalidProtocolBufferException notANode) {
            return Result.err(
                    Problem.error(
                            "MESH1701",
                            place,
                            "is not an Envoy node in JSON: " + notANode.getMessage()));
        } catch (IOException unreadable) {
            return Result.err(
                    Problem.error("MESH1703", place, "cannot be read: " + unreadable.getMessage()));
        }
    }

    private Node labelled(Node node) {
        if (labels.isEmpty()) {
            return node;
        }
        var all =
                node
                        .getMetadata()
                        .getFieldsOrDefault(LABELS, Value.getDefaultInstance())
                        .getStructValue()
                        .toBuilder();
        labels.forEach((key, value) ->
                all.putFields(key, Value.newBuilder().setStringValue(value).build()));
        Struct metadata =
                node.getMetadata().toBuilder()
                        .putFields(LABELS, Value.newBuilder().setStructValue(all).build())
                        .build();
        return node.toBuilder().setMetadata(metadata).build();
    }
}
