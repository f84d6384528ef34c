package io.windrose.proxy.secret;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.proxy.tls.SecretKey;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.tls.CertificateSource;
import io.windrose.traffic.tls.DataSource;
import io.windrose.traffic.tls.TlsClient;
import io.windrose.traffic.tls.TlsServer;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TrustSource;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The certificates that a configuration gives by itself, in files or as text.
final class GivenSecrets {
    private GivenSecrets() {}

    /// As secrets under the names by which TLS contexts look for them.
    static SortedMap<String, Secret> in(RuntimeSnapshot snapshot) {
        var found = new TreeMap<String, Secret>();
        settings(snapshot)
                .forEach(settings -> {
                    for (var source : settings.certificates()) {
                        if (source instanceof CertificateSource.Given given) {
                            found.computeIfAbsent(SecretKey.of(source), key -> secret(key, given));
                        }
                    }
                    if (settings.trust() instanceof TrustSource.Given given) {
                        found.computeIfAbsent(SecretKey.of(given), key -> secret(key, given));
                    }
                });
        return found;
    }

    private static Stream<TlsSettings> settings(RuntimeSnapshot snapshot) {
        var servers =
                snapshot.listeners().values().stream()
                        .flatMap(GivenSecrets::chains)
                        .map(FilterChain::tls)
                        .filter(Objects::nonNull)
                        .map(TlsServer::settings);
        var clients =
                snapshot.clusters().values().stream()
                        .flatMap(GivenSecrets::clients)
                        .map(TlsClient::settings);
        return Stream.concat(servers, clients);
    }

    private static Stream<FilterChain> chains(Listener listener) {
        return Stream.concat(
                listener.chains().stream(), Stream.ofNullable(listener.defaultChain()));
    }

    private static Stream<TlsClient> clients(Cluster cluster) {
        var hosts =
                cluster.localities().stream()
                        .flatMap(locality -> locality.endpoints().stream())
                        .map(Endpoint::tls);
        return Stream.concat(Stream.ofNullable(cluster.defaultTls()), hosts)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static Secret secret(String name, CertificateSource.Given given) {
        return Secret.newBuilder()
                .setName(name)
                .setTlsCertificate(
                        TlsCertificate.newBuilder()
                                .setCertificateChain(data(given.chain()))
                                .setPrivateKey(data(given.key())))
                .build();
    }

    private static Secret secret(String name, TrustSource.Given given) {
        return Secret.newBuilder()
                .setName(name)
                .setValidationContext(
                        CertificateValidationContext.newBuilder().setTrustedCa(data(given.roots())))
                .build();
    }

    private static io.envoyproxy.envoy.config.core.v3.DataSource data(DataSource source) {
        var data = io.envoyproxy.envoy.config.core.v3.DataSource.newBuilder();
        return switch (source) {
            case DataSource.File(var path) -> data.setFilename(path).build();
            case DataSource.Inline(var text) -> data.setInlineString(text).build();
            case DataSource.Environment(var variable) ->
                    data.setEnvironmentVariable(variable).build();
        };
    }
}
