package io.windrose.proxy.tls;

import io.windrose.kernel.Live;
import io.windrose.traffic.tls.TlsClient;
import io.windrose.traffic.tls.TlsServer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every TLS side that the configuration mentions, equal settings sharing one. For all event loops,
/// hence the concurrent maps.
public final class TlsContexts {
    private final MaterialSource source;
    private final InstantSource clock;
    private final Map<TlsServer, ServerTls> servers = new ConcurrentHashMap<>();
    private final Map<TlsClient, ClientTls> clients = new ConcurrentHashMap<>();

    public TlsContexts(Live<SecretSnapshot> secrets, InstantSource clock) {
        source = new MaterialSource(secrets);
        this.clock = clock;
    }

    public ServerTls server(TlsServer spec) {
        return servers.computeIfAbsent(spec, absent -> new ServerTls(absent, source, clock));
    }

    public ClientTls client(TlsClient spec) {
        return clients.computeIfAbsent(spec, absent -> new ClientTls(absent, source, clock));
    }

    /// Forgets the sides that the configuration no longer mentions.
    public void retain(Set<TlsServer> usedServers, Set<TlsClient> usedClients) {
        servers.keySet().retainAll(usedServers);
        clients.keySet().retainAll(usedClients);
    }
}
