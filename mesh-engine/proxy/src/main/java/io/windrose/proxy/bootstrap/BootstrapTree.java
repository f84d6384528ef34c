package io.windrose.proxy.bootstrap;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.windrose.kernel.Problem;
import io.windrose.proxy.wire.WireTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through a bootstrap beside the message it is meant for: refuses each field that is not
/// known, as Envoy does, and wraps whatever has an unknown type so that the rest can still be read.
///
/// Confined to one reading.
final class BootstrapTree {
    static final String TYPE_KEY = "@type";
    private static final String TYPED_STRUCT = "type.googleapis.com/xds.type.v3.TypedStruct";
    private static final String WELL_KNOWN = "google.protobuf.";

    private final WireTypes types;
    private final BootstrapText text;
    private final Set<String> packedTypes = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    BootstrapTree(WireTypes types, BootstrapText text) {
        this.types = types;
        this.text = text;
    }

    /// The type URLs that were met.
    Set<String> packedTypes() {
        return packedTypes;
    }

    /// In the order of the text.
    List<Problem> problems() {
        return problems;
    }

    Map<String, @Nullable Object> clean(Map<?, ?> tree, Descriptor type) {
        return message(tree, type, "");
    }

    private Map<String, @Nullable Object> message(Map<?, ?> tree, Descriptor type, String path) {
        var clean = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : tree.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var at = path.isEmpty() ? key : path + "." + key;
            var field = field(type, key);
            if (field == null) {
                problems.add(
                        Problem.error(
                                "MESH1304",
                                text.place(at),
                                "%s has no field %s".formatted(type.getName(), key)));
            } else {
                clean.put(key, value(entry.getValue(), field, at));
            }
        }
        return clean;
    }

    private @Nullable Object value(@Nullable Object value, FieldDescriptor field, String path) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return value;
        }
        var type = field.getMessageType();
        if (field.isMapField()) {
            return value instanceof Map<?, ?> map ? entries(map, type, path) : value;
        }
        if (value instanceof List<?> items) {
            var clean = new ArrayList<@Nullable Object>();
            for (int i = 0; i < items.size(); i++) {
                clean.add(single(items.get(i), type, path + "[" + i + "]"));
            }
            return clean;
        }
        return single(value, type, path);
    }

    private Map<String, @Nullable Object> entries(Map<?, ?> map, Descriptor entry, String path) {
        var field = entry.findFieldByName("value");
        var clean = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) ->
                clean.put(String.valueOf(key), value(value, field, path + "[" + key + "]")));
        return clean;
    }

    private @Nullable Object single(@Nullable Object value, Descriptor type, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (type.getFullName().equals(Any.getDescriptor().getFullName())) {
            return packed(map, path);
        }
        return type.getFullName().startsWith(WELL_KNOWN) ? map : message(map, type, path);
    }

    private Map<String, @Nullable Object> packed(Map<?, ?> map, String path) {
        var url = String.valueOf(map.get(TYPE_KEY));
        var body = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> body.put(String.valueOf(key), value));
        body.remove(TYPE_KEY);
        var known = types.find(url);
        var clean = new LinkedHashMap<String, @Nullable Object>();
        if (known.isPresent()) {
            packedTypes.add(url);
            clean.put(TYPE_KEY, url);
            clean.putAll(message(body, known.get(), path));
        } else {
            problems.add(
                    Problem.warning(
                            "MESH1305",
                            text.place(path),
                            "the type %s is not known".formatted(url)));
            packedTypes.add(TYPED_STRUCT);
            clean.put(TYPE_KEY, TYPED_STRUCT);
            clean.put("type_url", url);
            clean.put("value", body);
        }
        return clean;
    }

    /// By either name style.
    static @Nullable FieldDescriptor field(Descriptor type, String key) {
        var byName = type.findFieldByName(key);
        if (byName != null) {
            return byName;
        }
        for (var field : type.getFields()) {
            if (field.getJsonName().equals(key)) {
                return field;
            }
        }
        return null;
    }
}
