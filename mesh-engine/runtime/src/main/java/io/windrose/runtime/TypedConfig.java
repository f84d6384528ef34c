package io.windrose.runtime;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import org.jspecify.annotations.Nullable;

/// The settings of an extension, out of whatever wrapping they came in: a message of their own
/// type, or a `TypedStruct` (udpa's or xds') that names the type and holds a tree.
///
/// @param type without the `type.googleapis.com/`
/// @param tree null when `packed` holds the message itself
record TypedConfig(String type, Any packed, @Nullable Struct tree) {

    private static final JsonFormat.Parser TREE_PARSER =
            JsonFormat.parser().ignoringUnknownFields();

    static TypedConfig of(Any any, Refusals refusals) {
        try {
            if (any.is(com.github.udpa.udpa.type.v1.TypedStruct.class)) {
                var wrapped = any.unpack(com.github.udpa.udpa.type.v1.TypedStruct.class);
                return new TypedConfig(bare(wrapped.getTypeUrl()), any, wrapped.getValue());
            }
            if (any.is(com.github.xds.type.v3.TypedStruct.class)) {
                var wrapped = any.unpack(com.github.xds.type.v3.TypedStruct.class);
                return new TypedConfig(bare(wrapped.getTypeUrl()), any, wrapped.getValue());
            }
        } catch (InvalidProtocolBufferException e) {
            refusals.add("a TypedStruct cannot be read: " + e.getMessage());
        }
        return new TypedConfig(bare(any.getTypeUrl()), any, null);
    }

    boolean is(Message type) {
        return this.type.equals(type.getDescriptorForType().getFullName());
    }

    /// The settings as a message of `shape`'s type; `shape` itself when they cannot be read as one.
    <T extends Message> T as(T shape, Refusals refusals) {
        try {
            if (tree == null) {
                return castTo(shape, shape.getParserForType().parseFrom(packed.getValue()));
            }
            var builder = shape.newBuilderForType();
            TREE_PARSER.merge(JsonFormat.printer().print(tree), builder);
            return castTo(shape, builder.build());
        } catch (InvalidProtocolBufferException e) {
            refusals.add("settings of type " + type + " cannot be read: " + e.getMessage());
            return shape;
        }
    }

    /// A field of the tree; an empty struct when there is no tree.
    Struct fields() {
        return tree == null ? Struct.getDefaultInstance() : tree;
    }

    @SuppressWarnings("unchecked") // a message's own parser and builder make messages of its type
    private static <T extends Message> T castTo(T shape, Message message) {
        return (T) shape.getClass().cast(message);
    }

    private static String bare(String typeUrl) {
        return typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
    }
}
