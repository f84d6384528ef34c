package io.windrose.runtime;

import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.windrose.traffic.tls.TlsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the hosts of a cluster are spoken to, depending on what is said of each host.
///
/// @param matches tried in order
/// @param otherwise for hosts that match none; null for plain
record SocketChoice(List<Match> matches, @Nullable TlsClient otherwise) {

    /// @param wanted fields that the host must have with these very values
    /// @param tls null for plain
    record Match(Struct wanted, @Nullable TlsClient tls) {

        boolean holds(Struct said) {
            return wanted.getFieldsMap().entrySet().stream()
                    .allMatch(field ->
                            field.getValue().equals(said.getFieldsMap().get(field.getKey())));
        }
    }

    static SocketChoice of(
            Cluster cluster, HttpProtocolReader.Options protocol, Refusals refusals) {
        var tls = new TlsReader(refusals);
        var matches = new ArrayList<Match>();
        for (var match : cluster.getTransportSocketMatchesList()) {
            matches.add(
                    new Match(
                            match.getMatch(),
                            tls.client(
                                    match.getTransportSocket(),
                                    protocol.autoSni(),
                                    protocol.autoSanCheck())));
        }
        return new SocketChoice(
                matches,
                cluster.hasTransportSocket()
                        ? tls.client(
                                cluster.getTransportSocket(),
                                protocol.autoSni(),
                                protocol.autoSanCheck())
                        : null);
    }

    /// @param said the host's metadata `envoy.transport_socket_match`
    /// @return null for plain
    @Nullable TlsClient choose(Struct said) {
        for (var match : matches) {
            if (match.holds(said)) {
                return match.tls();
            }
        }
        return otherwise;
    }

    List<TlsClient> contexts() {
        var contexts = new ArrayList<TlsClient>();
        matches.stream().map(Match::tls).filter(Objects::nonNull).forEach(contexts::add);
        if (otherwise != null) {
            contexts.add(otherwise);
        }
        return contexts;
    }
}
