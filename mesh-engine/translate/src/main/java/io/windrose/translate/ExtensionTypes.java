package io.windrose.translate;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.TypeRegistry;
import io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.grpc_web.v3.GrpcWeb;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector;
import io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst;
import io.envoyproxy.envoy.extensions.filters.listener.original_src.v3.OriginalSrc;
import io.envoyproxy.envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.mongo_proxy.v3.MongoProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;

/// The messages that stand inside `Any` fields of what we send.
final class ExtensionTypes {
    static final TypeRegistry REGISTRY =
            TypeRegistry.newBuilder()
                    .add(Cors.getDescriptor())
                    .add(DownstreamTlsContext.getDescriptor())
                    .add(ExtAuthz.getDescriptor())
                    .add(FileAccessLog.getDescriptor())
                    .add(FilterConfig.getDescriptor())
                    .add(GrpcWeb.getDescriptor())
                    .add(HTTPFault.getDescriptor())
                    .add(HttpConnectionManager.getDescriptor())
                    .add(HttpInspector.getDescriptor())
                    .add(HttpProtocolOptions.getDescriptor())
                    .add(MongoProxy.getDescriptor())
                    .add(OriginalDst.getDescriptor())
                    .add(OriginalSrc.getDescriptor())
                    .add(PreviousHostsPredicate.getDescriptor())
                    .add(PreviousPrioritiesConfig.getDescriptor())
                    .add(ProxyProtocol.getDescriptor())
                    .add(RBAC.getDescriptor())
                    .add(RawBuffer.getDescriptor())
                    .add(Router.getDescriptor())
                    .add(TcpProxy.getDescriptor())
                    .add(TlsInspector.getDescriptor())
                    .add(TypedStruct.getDescriptor())
                    .add(UpstreamTlsContext.getDescriptor())
                    .add(UuidRequestIdConfig.getDescriptor())
                    .add(io.windrose.xdsapi.alpn.FilterConfig.getDescriptor())
                    .add(
                            io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC
                                    .getDescriptor())
                    .add(
                            io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz
                                    .getDescriptor())
                    .build();

    private ExtensionTypes() {}
}
