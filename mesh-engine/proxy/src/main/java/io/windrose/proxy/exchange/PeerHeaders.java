package io.windrose.proxy.exchange;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.netty.util.AsciiString;
import io.windrose.proxy.done.LocalNode;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Istio's metadata exchange over HTTP: two headers in which proxies introduce themselves.
///
/// What a peer said is decoded once and remembered by its id. Confined to one event loop.
///
/// @see <a href="https://github.com/istio/proxy">Istio's proxy</a>
///   `extensions/common/metadata_object.cc`
public final class PeerHeaders {
    public static final AsciiString METADATA = AsciiString.cached("x-envoy-peer-metadata");
    public static final AsciiString ID = AsciiString.cached("x-envoy-peer-metadata-id");
    private static final int REMEMBERED = 500;

    private final AsciiString id;
    private final AsciiString metadata;
    private final Struct struct;
    private final Map<AsciiString, PeerMetadata> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<AsciiString, PeerMetadata> eldest) {
                    return size() > REMEMBERED;
                }
            };

    PeerHeaders(LocalNode node) {
        id = AsciiString.of(node.id());
        struct = struct(node.metadata());
        metadata = AsciiString.of(Base64.getEncoder().encodeToString(deterministic(struct)));
    }

    void introduce(Headers headers) {
        headers.set(METADATA, metadata);
        headers.set(ID, id);
    }

    /// Reads and removes a peer's introduction.
    ///
    /// @return unknown when there is none, or none that can be read
    PeerMetadata take(Headers headers) {
        var text = headers.get(METADATA);
        var peerId = headers.get(ID);
        headers.remove(METADATA);
        headers.remove(ID);
        if (text == null) {
            return PeerMetadata.UNKNOWN;
        }
        if (peerId == null) {
            return decode(text);
        }
        return known.computeIfAbsent(peerId, _ -> decode(text));
    }

    /// Ours, as the exchange over TCP sends it.
    public Struct struct() {
        return struct;
    }

    public String id() {
        return id.toString();
    }

    private static PeerMetadata decode(AsciiString text) {
        try {
            return of(Struct.parseFrom(Base64.getDecoder().decode(text.toString())));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return PeerMetadata.UNKNOWN; // the peer speaks, but not Istio's language
        }
    }

    public static PeerMetadata of(Struct from) {
        var labels = from.getFieldsOrDefault("LABELS", Value.getDefaultInstance()).getStructValue();
        return new PeerMetadata(
                text(from, "NAME"),
                text(from, "NAMESPACE"),
                text(from, "WORKLOAD_NAME"),
                text(from, "CLUSTER_ID"),
                text(labels, "service.istio.io/canonical-name"),
                text(labels, "service.istio.io/canonical-revision"),
                text(labels, "app"),
                text(labels, "version"),
                text(from, "IDENTITY"));
    }

    private static String text(Struct from, String key) {
        return from.getFieldsOrDefault(key, Value.getDefaultInstance()).getStringValue();
    }

    private static Struct struct(PeerMetadata from) {
        var labels = Struct.newBuilder();
        put(labels, "service.istio.io/canonical-name", from.canonicalName());
        put(labels, "service.istio.io/canonical-revision", from.canonicalRevision());
        put(labels, "app", from.app());
        put(labels, "version", from.version());
        var all = Struct.newBuilder();
        put(all, "NAME", from.name());
        put(all, "NAMESPACE", from.namespace());
        put(all, "WORKLOAD_NAME", from.workload());
        put(all, "CLUSTER_ID", from.cluster());
        put(all, "IDENTITY", from.identity());
        all.putFields("LABELS", Value.newBuilder().setStructValue(labels).build());
        return all.build();
    }

    private static void put(Struct.Builder into, String key, String value) {
        if (!value.isEmpty()) {
            into.putFields(key, Value.newBuilder().setStringValue(value).build());
        }
    }

    /// Istio's own proxies compare these bytes, so maps must be written in order.
    private static byte[] deterministic(Struct struct) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            struct.writeTo(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
