package io.windrose.runtime;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.xdsapi.alpn.FilterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What istiod sent to one proxy, read from the files of `conformance/istiod-xds`.
final class Golden {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder().add(types()).build();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser().usingTypeRegistry(TYPES);

    private Golden() {}

    /// @param stem scenario and proxy, e.g. `bookinfo-canary/reviews-v1`, as a path without its end
    static ResourceSet resources(Path stem) throws IOException {
        return new ResourceSet(
                read(stem, "lds", Listener.getDefaultInstance(), Listener::getName),
                read(stem, "rds", RouteConfiguration.getDefaultInstance(), r -> r.getName()),
                read(stem, "cds", Cluster.getDefaultInstance(), Cluster::getName),
                read(
                        stem,
                        "eds",
                        ClusterLoadAssignment.getDefaultInstance(),
                        ClusterLoadAssignment::getClusterName));
    }

    /// @throws IllegalArgumentException if `json` is no such message
    static <T extends Message> T message(String json, T shape) {
        var builder = shape.newBuilderForType();
        try {
            PARSER.merge(json, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(json, e);
        }
        @SuppressWarnings("unchecked") // the builder of a message makes messages of its type
        T message = (T) builder.build();
        return message;
    }

    private static <T extends Message> Map<String, T> read(
            Path stem, String type, T shape, Function<T, String> name) throws IOException {
        var resources = new TreeMap<String, T>();
        var file = stem.resolveSibling(stem.getFileName() + "." + type + ".json");
        if (Files.exists(file)) {
            var list = ListValue.newBuilder();
            JsonFormat.parser().merge(Files.readString(file), list);
            for (var value : list.getValuesList()) {
                var resource = message(JsonFormat.printer().print(spelledOut(value)), shape);
                resources.put(name.apply(resource), resource);
            }
        }
        return resources;
    }

    /// The files hold the ALPN filter's settings in their binary form.
    private static Value spelledOut(Value value) throws InvalidProtocolBufferException {
        return switch (value.getKindCase()) {
            case LIST_VALUE -> {
                var list = ListValue.newBuilder();
                for (var element : value.getListValue().getValuesList()) {
                    list.addValues(spelledOut(element));
                }
                yield Value.newBuilder().setListValue(list).build();
            }
            case STRUCT_VALUE -> {
                var fields = value.getStructValue().getFieldsMap();
                var type = fields.getOrDefault("@type", Value.getDefaultInstance());
                if (type.getStringValue().endsWith(IstioTypes.ALPN)) {
                    yield alpn(fields);
                }
                var struct = Struct.newBuilder();
                for (var field : fields.entrySet()) {
                    struct.putFields(field.getKey(), spelledOut(field.getValue()));
                }
                yield Value.newBuilder().setStructValue(struct).build();
            }
            default -> value;
        };
    }

    private static Value alpn(Map<String, Value> fields) throws InvalidProtocolBufferException {
        var config =
                FilterConfig.parseFrom(
                        Base64.getDecoder()
                                .decode(
                                        fields.getOrDefault("value", Value.getDefaultInstance())
                                                .getStringValue()));
        var struct = Struct.newBuilder();
        JsonFormat.parser()
                .merge(
                        JsonFormat.printer().usingTypeRegistry(TYPES).print(Any.pack(config)),
                        struct);
        return Value.newBuilder().setStructValue(struct).build();
    }

    private static List<Descriptor> types() {
        return List.of(
                FilterConfig.getDescriptor(),
                com.github.udpa.udpa.type.v1.TypedStruct.getDescriptor(),
                com.github.xds.type.v3.TypedStruct.getDescriptor(),
                io.envoyproxy.envoy.config.route.v3.FilterConfig.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3
                        .HttpConnectionManager.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.router.v3.Router.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua.getDescriptor(),
                io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3
                        .ProxyProtocolUpstreamTransport.getDescriptor(),
                io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3
                        .PreviousPrioritiesConfig.getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.filters.listener.original_src.v3.OriginalSrc
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog.getDescriptor(),
                io.envoyproxy.envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter
                        .getDescriptor(),
                io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig
                        .getDescriptor());
    }
}
