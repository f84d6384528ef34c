package io.windrose.translate;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.windrose.translate.wire.Packed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One resource, serialized once for all proxies that are sent it.
///
/// @param name as proxies subscribe to it
/// @param version hash of the content: equal messages have equal versions, in every run
public record XdsResource(String name, Any body, String version) {
    private static final int VERSION_BYTES = 8;

    public static XdsResource of(XdsType type, String name, Message message) {
        var bytes = Packed.bytes(message);
        var any = Any.newBuilder().setTypeUrl(type.typeUrl()).setValue(bytes).build();
        return new XdsResource(name, any, hash(bytes));
    }

    private static String hash(ByteString bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java platform has SHA-256", fault);
        }
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
