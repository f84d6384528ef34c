package io.windrose.translate.route;

import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.ServerTls;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.NamespacedName;
import io.windrose.registry.Protocol;
import io.windrose.translate.scope.ServedGateway;
import java.util.List;
import java.util.Optional;

/// One server of one Gateway, as a workload opens it.
///
/// @param gateway the Gateway's name, by which VirtualServices bind to it
/// @param virtualServices bound to the Gateway, in the order of their precedence
/// @param port that the workload listens on: the target port of its Service where it has one
/// @param routes name of the route configuration; empty for what is not read as HTTP
public record GatewayServer(
        NamespacedName gateway,
        List<VirtualService> virtualServices,
        Gateway.Server server,
        int port,
        String routes) {
    private static final String ANY_NAMESPACE = "*";
    private static final String OWN_NAMESPACE = ".";

    public GatewayServer {
        virtualServices = List.copyOf(virtualServices);
    }

    static GatewayServer of(ServedGateway served, Gateway.Server server, int port) {
        var gateway = served.gateway().meta().name();
        var routes = "";
        var bind = server.bind().isEmpty() ? "" : "." + server.bind();
        if (isPlainHttp(server)) {
            routes = "http." + port + bind;
        } else if (protocol(server) == Protocol.HTTPS && terminates(server)) {
            routes =
                    "https.%d.%s.%s.%s%s"
                            .formatted(
                                    server.port().number(),
                                    server.port().name(),
                                    gateway.name(),
                                    gateway.namespace(),
                                    bind);
        }
        return new GatewayServer(gateway, served.virtualServices(), server, port, routes);
    }

    public Protocol protocol() {
        return protocol(server);
    }

    private static Protocol protocol(Gateway.Server server) {
        return Protocol.named(server.port().protocol());
    }

    /// Whether requests are read in plaintext.
    public boolean isPlainHttp() {
        return isPlainHttp(server);
    }

    private static boolean isPlainHttp(Gateway.Server server) {
        return protocol(server).isHttp();
    }

    /// Whether TLS ends here.
    public boolean terminates() {
        return terminates(server);
    }

    private static boolean terminates(Gateway.Server server) {
        return server.tls()
                .map(ServerTls::mode)
                .filter(mode ->
                        mode != ServerTls.Mode.PASSTHROUGH
                                && mode != ServerTls.Mode.AUTO_PASSTHROUGH)
                .isPresent();
    }

    public boolean readsHttp() {
        return !routes.isEmpty();
    }

    /// The server's hosts, whatever namespaces may bind to them.
    public List<Hostname> hosts() {
        return server.hosts().stream()
                .map(host -> new Hostname(host.substring(host.indexOf('/') + 1)))
                .toList();
    }

    /// The hosts of a rule that may be reached through this server: of each pair that overlaps the
    /// more specific one.
    ///
    /// @param namespace of the rule
    public List<Hostname> hostsFor(String namespace, List<String> ruleHosts) {
        var allowed = server.hosts().stream().flatMap(host -> allowed(host, namespace).stream());
        return allowed.flatMap(host ->
                        ruleHosts.stream()
                                .map(Hostname::new)
                                .flatMap(other -> moreSpecific(host, other).stream()))
                .distinct()
                .toList();
    }

    private Optional<Hostname> allowed(String host, String namespace) {
        int slash = host.indexOf('/');
        if (slash < 0) {
            return Optional.of(new Hostname(host));
        }
        var required = host.substring(0, slash);
        boolean open =
                required.equals(ANY_NAMESPACE)
                        || (required.equals(OWN_NAMESPACE) && namespace.equals(gateway.namespace()))
                        || required.equals(namespace);
        return open ? Optional.of(new Hostname(host.substring(slash + 1))) : Optional.empty();
    }

    private static Optional<Hostname> moreSpecific(Hostname one, Hostname other) {
        if (one.covers(other)) {
            return Optional.of(other);
        }
        return other.covers(one) ? Optional.of(one) : Optional.empty();
    }
}
