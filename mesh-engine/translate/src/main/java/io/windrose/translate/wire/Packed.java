package io.windrose.translate.wire;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import java.io.IOException;

/// Messages as bytes, such that equal messages always give equal bytes.
public final class Packed {
    private static final String TYPE_PREFIX = "type.googleapis.com/";

    private Packed() {}

    public static Any any(Message message) {
        return Any.newBuilder()
                .setTypeUrl(TYPE_PREFIX + message.getDescriptorForType().getFullName())
                .setValue(bytes(message))
                .build();
    }

    /// Settings of a type whose message nobody has compiled in, as a struct of its fields.
    public static Any typedStruct(String typeUrl, Struct fields) {
        return any(TypedStruct.newBuilder().setTypeUrl(typeUrl).setValue(fields).build());
    }

    /// Map entries are written in the order of their keys.
    public static ByteString bytes(Message message) {
        var bytes = new byte[message.getSerializedSize()];
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            message.writeTo(out);
        } catch (IOException fault) {
            throw new IllegalStateException("an array of the right size was too small", fault);
        }
        return ByteString.copyFrom(bytes);
    }
}
