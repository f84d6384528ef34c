package io.windrose.config.decode;

import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/gateway.go`
final class Gateways {
    private static final List<String> PROTOCOLS =
            List.of(
                    "HTTP",
                    "HTTPS",
                    "GRPC",
                    "GRPC-WEB",
                    "HTTP2",
                    "MONGO",
                    "TCP",
                    "TLS",
                    "REDIS",
                    "MYSQL");
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final Set<String> PLAIN_HTTP = Set.of("HTTP", "GRPC", "GRPC-WEB", "HTTP2");

    private Gateways() {}

    static Gateway decode(ObjectMeta meta, Origin origin, Fields spec) {
        var gateway =
                new Gateway(
                        meta,
                        origin,
                        Selector.of(spec.labels("selector").byKey()),
                        spec.list("servers", Gateways::server));
        if (!spec.has("servers") || gateway.servers().isEmpty()) {
            spec.error(Codes.MISSING, "servers", "A gateway needs at least one server.");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < gateway.servers().size(); i++) {
            var name = gateway.servers().get(i).port().name();
            if (!name.isEmpty() && !names.add(name)) {
                spec.errorAt(
                        Codes.REPEATED,
                        "servers",
                        i,
                        "There is a port named `%s` already.".formatted(name));
            }
        }
        return gateway;
    }

    private static Gateway.Server server(Fields fields) {
        if (!fields.has("port")) {
            fields.missing("port");
        }
        var bind = fields.text("bind");
        if (!bind.isEmpty() && !bind.startsWith("unix://")) {
            Names.addressProblem(bind)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "bind", reason));
        }
        var server =
                new Gateway.Server(
                        fields.text("name"),
                        fields.section("port", inner -> port(inner, bind.startsWith("unix://")))
                                .orElse(new Gateway.Port(0, "HTTP", "")),
                        bind,
                        fields.texts("hosts"),
                        fields.section("tls", ServerTlsSettings::decode));
        checkHosts(fields, server.hosts());
        fields.section("port", _ -> true).ifPresent(_ -> checkTls(fields, server));
        return server;
    }

    private static Gateway.Port port(Fields fields, boolean unix) {
        if (!fields.has("number")) {
            fields.missing("number");
        }
        fields.suggesting("protocol", PROTOCOLS);
        var protocol = fields.requiredText("protocol").toUpperCase(Locale.ROOT);
        if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
            fields.error(Codes.NOT_A_CHOICE, "protocol", Spelling.notOneOf(protocol, PROTOCOLS));
        }
        if (fields.has("targetPort")) {
            fields.warning(
                    Codes.POINTLESS, "targetPort", "`targetPort` has no effect on a gateway.");
        }
        return new Gateway.Port(
                fields.integer("number", unix ? 0 : 1, Fields.MAX_PORT),
                protocol,
                fields.requiredText("name"));
    }

    private static void checkHosts(Fields fields, List<String> hosts) {
        if (hosts.isEmpty()) {
            fields.error(Codes.MISSING, "hosts", "A server needs at least one host.");
        }
        for (int i = 0; i < hosts.size(); i++) {
            var host = hosts.get(i);
            int slash = host.indexOf('/');
            var namespace = slash < 0 ? "*" : host.substring(0, slash);
            var problem =
                    List.of("*", ".").contains(namespace) || Names.isDnsLabel(namespace)
                            ? hostProblem(host.substring(slash + 1))
                            : Optional.of(
                                    "`%s` is not a namespace, `.` or `*`.".formatted(namespace));
            int at = i;
            problem.ifPresent(reason -> fields.errorAt(Codes.MALFORMED, "hosts", at, reason));
        }
    }

    private static Optional<String> hostProblem(String host) {
        return Addresses.isAddress(host) ? Optional.empty() : Names.wildcardHostProblem(host);
    }

    private static void checkTls(Fields fields, Gateway.Server server) {
        var protocol = server.port().protocol();
        if (ENCRYPTED.contains(protocol) && server.tls().isEmpty()) {
            fields.error(
                    Codes.MISSING,
                    "tls",
                    "A server for %s needs `tls` settings.".formatted(protocol));
        }
        if (server.tls().isEmpty() || ENCRYPTED.contains(protocol)) {
            return;
        }
        boolean redirectOnly =
                fields.section("tls", Fields::names)
                        .filter(List.of("httpsRedirect")::equals)
                        .isPresent();
        if (!PLAIN_HTTP.contains(protocol) || !redirectOnly) {
            fields.error(
                    Codes.CONTRADICTION,
                    "tls",
                    PLAIN_HTTP.contains(protocol)
                            ? "A server for plain %s may set `tls.httpsRedirect` only; for TLS use"
                                            .formatted(protocol)
                                    + " the protocol HTTPS."
                            : "A server for %s has no `tls` settings.".formatted(protocol));
        }
    }
}
