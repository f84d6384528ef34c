package io.windrose.proxy.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.Map;
import java.util.Set;

/// Messages as protobuf's canonical JSON, with the field names of the `.proto` files, as Envoy
/// prints them. For any thread.
public final class WireJson {
    private final WireTypes types;

    public WireJson(WireTypes types) {
        this.types = types;
    }

    /// @return one line or several; a message that holds a type unknown to this program is shown by
    ///   its own type and that type's name alone
    public String print(Message message) {
        try {
            return JsonFormat.printer()
                    .usingTypeRegistry(types.registryFor(message))
                    .preservingProtoFieldNames()
                    .print(message);
        } catch (InvalidProtocolBufferException unknown) {
            return JsonTree.write(
                    Map.of(
                            "@type",
                            "type.googleapis.com/" + message.getDescriptorForType().getFullName(),
                            "error",
                            String.valueOf(unknown.getMessage())));
        }
    }

    /// Reads a tree of maps, lists, texts, numbers and booleans into `target`, with camel-case and
    /// snake-case names alike; a field or an enum's value that the message does not have is
    /// refused.
    ///
    /// @param packedTypes the type URLs that occur in the tree
    public <T extends Message.Builder> Result<T> read(
            Object tree, Set<String> packedTypes, T target) {
        try {
            JsonFormat.parser()
                    .usingTypeRegistry(types.registryOf(packedTypes))
                    .merge(JsonTree.write(tree), target);
            return Result.ok(target);
        } catch (InvalidProtocolBufferException wrong) {
            return Result.err(
                    Problem.error("MESH1303", Place.NOWHERE, String.valueOf(wrong.getMessage())));
        }
    }
}
