package io.windrose.proxy.admin;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.envoyproxy.envoy.admin.v3.BootstrapConfigDump;
import io.envoyproxy.envoy.admin.v3.ClientResourceStatus;
import io.envoyproxy.envoy.admin.v3.ClustersConfigDump;
import io.envoyproxy.envoy.admin.v3.EndpointsConfigDump;
import io.envoyproxy.envoy.admin.v3.ListenersConfigDump;
import io.envoyproxy.envoy.admin.v3.RoutesConfigDump;
import io.envoyproxy.envoy.admin.v3.ScopedRoutesConfigDump;
import io.envoyproxy.envoy.admin.v3.SecretsConfigDump;
import io.envoyproxy.envoy.admin.v3.UpdateFailureState;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.identity.Pem;
import io.windrose.proxy.tls.TlsSecret;
import io.windrose.proxy.wire.WireTypes;
import io.windrose.proxy.xds.RefusedResource;
import io.windrose.proxy.xds.XdsResource;
import io.windrose.proxy.xds.XdsType;
import java.time.Instant;
import java.util.TreeMap;

/// Everything a proxy was told, in the order of Envoy's dump; without keys. For any thread.
final class ConfigDump {
    private final AdminTarget target;
    private final Redaction redaction;

    ConfigDump(AdminTarget target, WireTypes types) {
        this.target = target;
        redaction = new Redaction(types);
    }

    /// @param endpoints whether those of EDS are to be part of it
    io.envoyproxy.envoy.admin.v3.ConfigDump message(boolean endpoints) {
        var dump = io.envoyproxy.envoy.admin.v3.ConfigDump.newBuilder();
        dump.addConfigs(Any.pack(bootstrap()));
        dump.addConfigs(Any.pack(clusters()));
        if (endpoints) {
            dump.addConfigs(Any.pack(endpoints()));
        }
        dump.addConfigs(Any.pack(listeners()));
        dump.addConfigs(Any.pack(ScopedRoutesConfigDump.getDefaultInstance()));
        dump.addConfigs(Any.pack(routes()));
        dump.addConfigs(Any.pack(secrets()));
        return dump.build();
    }

    private BootstrapConfigDump bootstrap() {
        var redacted = redaction.of(target.bootstrap());
        return BootstrapConfigDump.newBuilder()
                .setBootstrap(
                        io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap.newBuilder()
                                .mergeFrom(redacted))
                .setLastUpdated(time(target.startedAt()))
                .build();
    }

    private ClustersConfigDump clusters() {
        var dump = ClustersConfigDump.newBuilder();
        for (var cluster : target.bootstrap().getStaticResources().getClustersList()) {
            dump.addStaticClusters(
                    ClustersConfigDump.StaticCluster.newBuilder()
                            .setCluster(packed(cluster))
                            .setLastUpdated(time(target.startedAt())));
        }
        var refused = new TreeMap<>(target.ledger().refused(XdsType.CLUSTER));
        for (var resource : target.ledger().accepted(XdsType.CLUSTER).values()) {
            var entry =
                    ClustersConfigDump.DynamicCluster.newBuilder()
                            .setVersionInfo(resource.version())
                            .setCluster(packed(resource.message()))
                            .setLastUpdated(time(resource.at()))
                            .setClientStatus(ClientResourceStatus.ACKED);
            var error = refused.remove(resource.name());
            if (error != null) {
                entry.setErrorState(failure(error)).setClientStatus(ClientResourceStatus.NACKED);
            }
            dump.addDynamicActiveClusters(entry);
        }
        refused.values()
                .forEach(error ->
                        dump.addDynamicWarmingClusters(
                                ClustersConfigDump.DynamicCluster.newBuilder()
                                        .setErrorState(failure(error))
                                        .setClientStatus(ClientResourceStatus.NACKED)));
        return dump.build();
    }

    private EndpointsConfigDump endpoints() {
        var dump = EndpointsConfigDump.newBuilder();
        for (var resource : target.ledger().accepted(XdsType.ENDPOINTS).values()) {
            dump.addDynamicEndpointConfigs(
                    EndpointsConfigDump.DynamicEndpointConfig.newBuilder()
                            .setVersionInfo(resource.version())
                            .setEndpointConfig(packed(resource.message()))
                            .setLastUpdated(time(resource.at()))
                            .setClientStatus(ClientResourceStatus.ACKED));
        }
        return dump.build();
    }

    private ListenersConfigDump listeners() {
        var dump = ListenersConfigDump.newBuilder();
        for (var listener : target.bootstrap().getStaticResources().getListenersList()) {
            dump.addStaticListeners(
                    ListenersConfigDump.StaticListener.newBuilder()
                            .setListener(packed(listener))
                            .setLastUpdated(time(target.startedAt())));
        }
        var refused = new TreeMap<>(target.ledger().refused(XdsType.LISTENER));
        for (var resource : target.ledger().accepted(XdsType.LISTENER).values()) {
            var entry =
                    ListenersConfigDump.DynamicListener.newBuilder()
                            .setName(resource.name())
                            .setActiveState(active(resource))
                            .setClientStatus(ClientResourceStatus.ACKED);
            var error = refused.remove(resource.name());
            if (error != null) {
                entry.setErrorState(failure(error)).setClientStatus(ClientResourceStatus.NACKED);
            }
            dump.addDynamicListeners(entry);
        }
        refused.values()
                .forEach(error ->
                        dump.addDynamicListeners(
                                ListenersConfigDump.DynamicListener.newBuilder()
                                        .setName(error.name())
                                        .setErrorState(failure(error))
                                        .setClientStatus(ClientResourceStatus.NACKED)));
        return dump.build();
    }

    private ListenersConfigDump.DynamicListenerState active(XdsResource resource) {
        return ListenersConfigDump.DynamicListenerState.newBuilder()
                .setVersionInfo(resource.version())
                .setListener(packed(resource.message()))
                .setLastUpdated(time(resource.at()))
                .build();
    }

    private RoutesConfigDump routes() {
        var dump = RoutesConfigDump.newBuilder();
        for (var resource : target.ledger().accepted(XdsType.ROUTES).values()) {
            dump.addDynamicRouteConfigs(
                    RoutesConfigDump.DynamicRouteConfig.newBuilder()
                            .setVersionInfo(resource.version())
                            .setRouteConfig(packed(resource.message()))
                            .setLastUpdated(time(resource.at()))
                            .setClientStatus(ClientResourceStatus.ACKED));
        }
        return dump.build();
    }

    private SecretsConfigDump secrets() {
        var dump = SecretsConfigDump.newBuilder();
        new TreeMap<>(target.secrets().byName())
                .forEach((name, secret) ->
                        dump.addDynamicActiveSecrets(
                                SecretsConfigDump.DynamicSecret.newBuilder()
                                        .setName(name)
                                        .setSecret(Any.pack(secret(name, secret)))));
        return dump.build();
    }

    private static Secret secret(String name, TlsSecret secret) {
        var shown = Secret.newBuilder().setName(name);
        return switch (secret) {
            case TlsSecret.KeyPair(_, var chain) ->
                    shown.setTlsCertificate(Redaction.certificate(Pem.encode(chain))).build();
            case TlsSecret.Trust(var roots) ->
                    shown.setValidationContext(
                                    CertificateValidationContext.newBuilder()
                                            .setTrustedCa(
                                                    DataSource.newBuilder()
                                                            .setInlineBytes(
                                                                    ByteString.copyFromUtf8(
                                                                            Pem.encode(roots)))))
                            .build();
        };
    }

    private static UpdateFailureState failure(RefusedResource refused) {
        return UpdateFailureState.newBuilder()
                .setDetails(refused.reason())
                .setVersionInfo(refused.version())
                .setLastUpdateAttempt(time(refused.at()))
                .build();
    }

    private Any packed(Message message) {
        return Any.pack(redaction.of(message));
    }

    private static Timestamp time(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
