package io.windrose.config.decode;

import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/sidecar.go`
final class Sidecars {
    private static final Pattern ENDPOINT =
            Pattern.compile("(127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1]|\\[::]):([0-9]{1,5})");

    private Sidecars() {}

    static Sidecar decode(ObjectMeta meta, Origin origin, Fields spec) {
        var sidecar =
                new Sidecar(
                        meta,
                        origin,
                        spec.section("workloadSelector", ServiceEntries::labelSelector),
                        spec.list("ingress", Sidecars::ingress),
                        spec.list("egress", Sidecars::egress),
                        spec.section("inboundConnectionPool", ConnectionPools::decode),
                        spec.section("outboundTrafficPolicy", Sidecars::outbound));
        checkIngress(spec, sidecar.ingress());
        checkEgress(spec, sidecar.egress());
        return sidecar;
    }

    private static Sidecar.Ingress ingress(Fields fields) {
        if (!fields.has("port")) {
            fields.missing("port");
        }
        checkBind(fields);
        var endpoint = fields.text("defaultEndpoint");
        if (!endpoint.isEmpty()
                && !endpoint.startsWith("unix:///")
                && !endpoint.startsWith("unix://@")
                && !ENDPOINT.matcher(endpoint).matches()) {
            fields.error(
                    Codes.MALFORMED,
                    "defaultEndpoint",
                    "`%s` is none of 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT, [::]:PORT, unix:///PATH."
                            .formatted(Spelling.shortened(endpoint)));
        }
        return new Sidecar.Ingress(
                fields.section("port", Sidecars::port).orElse(new Sidecar.Port(0, "", "")),
                fields.text("bind"),
                fields.choice("captureMode", Sidecar.CaptureMode.DEFAULT),
                endpoint,
                fields.section("tls", ServerTlsSettings::decode),
                fields.section("connectionPool", ConnectionPools::decode));
    }

    private static Sidecar.Egress egress(Fields fields) {
        checkBind(fields);
        var egress =
                new Sidecar.Egress(
                        fields.section("port", Sidecars::port),
                        fields.text("bind"),
                        fields.choice("captureMode", Sidecar.CaptureMode.DEFAULT),
                        fields.texts("hosts"));
        if (egress.hosts().isEmpty()) {
            fields.error(Codes.MISSING, "hosts", "A listener needs at least one host.");
        }
        for (int i = 0; i < egress.hosts().size(); i++) {
            int at = i;
            hostProblem(egress.hosts().get(i))
                    .ifPresent(reason -> fields.errorAt(Codes.MALFORMED, "hosts", at, reason));
        }
        return egress;
    }

    private static Optional<String> hostProblem(String host) {
        int slash = host.indexOf('/');
        if (slash < 0) {
            return Optional.of(
                    "`%s` lacks its namespace; write namespace/host, ./host or */host."
                            .formatted(Spelling.shortened(host)));
        }
        var namespace = host.substring(0, slash);
        var plain =
                namespace.startsWith("~") && namespace.length() > 1
                        ? namespace.substring(1)
                        : namespace;
        if (!List.of("*", ".", "~").contains(plain) && !Names.isDnsLabel(plain)) {
            return Optional.of("`%s` is not a namespace, `.`, `*` or `~`.".formatted(namespace));
        }
        return Names.wildcardHostProblem(host.substring(slash + 1));
    }

    private static Sidecar.Port port(Fields fields) {
        return new Sidecar.Port(
                fields.integer("number", 0, Fields.MAX_PORT),
                fields.text("protocol").toUpperCase(Locale.ROOT),
                fields.text("name"));
    }

    private static void checkBind(Fields fields) {
        var bind = fields.text("bind");
        if (!bind.isEmpty() && !bind.startsWith("unix://") && !bind.startsWith("@")) {
            Names.addressProblem(bind)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "bind", reason));
        }
    }

    private static void checkIngress(Fields spec, List<Sidecar.Ingress> listeners) {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < listeners.size(); i++) {
            int port = listeners.get(i).port().number();
            if (port > 0 && !seen.add(port)) {
                spec.errorAt(Codes.REPEATED, "ingress", i, "The port " + port + " is repeated.");
            }
        }
    }

    private static void checkEgress(Fields spec, List<Sidecar.Egress> listeners) {
        for (int i = 0; i < listeners.size() - 1; i++) {
            if (listeners.get(i).port().isEmpty() && listeners.get(i).bind().isEmpty()) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "egress",
                        i,
                        "The listener without a port must be the only one and the last.");
            }
        }
    }

    private static Sidecar.OutboundPolicy outbound(Fields fields) {
        var policy =
                new Sidecar.OutboundPolicy(
                        fields.choice("mode", Mode.REGISTRY_ONLY) == Mode.ALLOW_ANY
                                ? Sidecar.OutboundMode.ALLOW_ANY
                                : Sidecar.OutboundMode.REGISTRY_ONLY,
                        fields.section("egressProxy", HttpRoutes::destination));
        if (policy.egressProxy().isPresent() && policy.mode() != Sidecar.OutboundMode.ALLOW_ANY) {
            fields.error(
                    Codes.CONTRADICTION, "egressProxy", "`egressProxy` goes with ALLOW_ANY only.");
        }
        return policy;
    }

    /// What a Sidecar may say; the mesh has one mode more.
    private enum Mode {
        REGISTRY_ONLY,
        ALLOW_ANY
    }
}
