package io.windrose.proxy.admin;

import com.github.xds.type.v3.TypedStruct;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.proxy.wire.WireTypes;
import java.util.List;
import java.util.Set;

/// Takes what must stay secret out of a message before anybody sees it: private keys, passwords,
/// session keys, credentials of calls. What is packed under a type that this program does not know
/// keeps its type alone, since nobody can tell what is in it.
final class Redaction {
    static final DataSource REDACTED =
            DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8("[redacted]")).build();

    /// Fields of these names hold a secret wherever they are a `DataSource`.
    private static final Set<String> SECRET_FIELDS =
            Set.of("private_key", "password", "secret", "keys");

    private final WireTypes types;

    Redaction(WireTypes types) {
        this.types = types;
    }

    Message of(Message message) {
        return switch (message) {
            case Any any -> Any.pack(types.unpack(any).map(this::of).orElseGet(() -> unknown(any)));
            case HeaderValue header when header.getKey().equalsIgnoreCase("authorization") ->
                    header.toBuilder().setValue("[redacted]").build();
            default -> inside(message);
        };
    }

    private Message inside(Message message) {
        var builder = message.toBuilder();
        message.getAllFields()
                .forEach((field, value) -> {
                    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                            || field.isMapField()) {
                        return;
                    }
                    if (value instanceof List<?> items) {
                        for (int i = 0; i < items.size(); i++) {
                            builder.setRepeatedField(field, i, part(field, (Message) items.get(i)));
                        }
                    } else {
                        builder.setField(field, part(field, (Message) value));
                    }
                });
        return builder.build();
    }

    private Message part(FieldDescriptor field, Message value) {
        return value instanceof DataSource && SECRET_FIELDS.contains(field.getName())
                ? REDACTED
                : of(value);
    }

    private static Message unknown(Any any) {
        return TypedStruct.newBuilder().setTypeUrl(any.getTypeUrl()).build();
    }

    /// A certificate with its key left out.
    static TlsCertificate certificate(String chainPem) {
        return TlsCertificate.newBuilder()
                .setCertificateChain(
                        DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8(chainPem)))
                .setPrivateKey(REDACTED)
                .build();
    }
}
