package io.windrose.proxy.bootstrap;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.windrose.kernel.Problem;
import io.windrose.proxy.wire.WireJson;
import io.windrose.proxy.wire.WireTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the value for which a tree could not be read into its message: the library says what is
/// wrong with it and not where it stands, so each field is tried alone, down to the innermost.
///
/// @param packedTypes the type URLs that occur in the tree
/// @param text that the tree was read from
record WrongValue(WireTypes types, Set<String> packedTypes, BootstrapText text) {

    /// The first one, with its place; empty when each field can be read alone.
    Optional<Problem> in(Map<?, ?> tree, Descriptor type) {
        return inMessage(tree, type, "");
    }

    private Optional<Problem> inMessage(Map<?, ?> tree, Descriptor type, String path) {
        for (var entry : tree.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var field = BootstrapTree.field(type, key);
            if (field == null) {
                continue;
            }
            var wrong =
                    new WireJson(types)
                            .read(
                                    Map.of(key, orNothing(entry.getValue())),
                                    packedTypes,
                                    DynamicMessage.newBuilder(type))
                            .problems();
            if (!wrong.isEmpty()) {
                var at = path.isEmpty() ? key : path + "." + key;
                return Optional.of(
                        inValue(entry.getValue(), field, at)
                                .orElseGet(() -> problem(wrong.getFirst(), at)));
            }
        }
        return Optional.empty();
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? List.of() : value;
    }

    private Optional<Problem> inValue(@Nullable Object value, FieldDescriptor field, String path) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return Optional.empty();
        }
        var type = field.getMessageType();
        if (field.isMapField() && value instanceof Map<?, ?> map) {
            var valueField = type.findFieldByName("value");
            return map.entrySet().stream()
                    .flatMap(entry ->
                            inValue(entry.getValue(), valueField, path + "[" + entry.getKey() + "]")
                                    .stream())
                    .findFirst();
        }
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                var found = inSingle(items.get(i), type, path + "[" + i + "]");
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return inSingle(value, type, path);
    }

    private Optional<Problem> inSingle(@Nullable Object value, Descriptor type, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var inside =
                type.getFullName().equals(Any.getDescriptor().getFullName())
                        ? types.find(String.valueOf(map.get(BootstrapTree.TYPE_KEY)))
                        : Optional.of(type);
        return inside.flatMap(known -> inMessage(map, known, path));
    }

    private Problem problem(Problem wrong, String path) {
        return Problem.error(wrong.code(), text.place(path), wrong.message());
    }
}
