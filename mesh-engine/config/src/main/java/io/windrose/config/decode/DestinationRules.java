package io.windrose.config.decode;

import io.windrose.config.resource.ClientTls;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.OutlierDetection;
import io.windrose.config.resource.TrafficPolicy;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Selector;
import java.util.HashSet;
import java.util.List;

/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`
final class DestinationRules {
    private static final long MAX_INT32 = Integer.MAX_VALUE;
    private static final int MAX_PORT_SETTINGS = 4096;

    private DestinationRules() {}

    static DestinationRule decode(ObjectMeta meta, Origin origin, Fields spec) {
        var host = spec.requiredText("host");
        if (!host.isEmpty() && !Addresses.isAddress(host)) {
            Names.wildcardHostProblem(host)
                    .ifPresent(reason -> spec.error(Codes.MALFORMED, "host", reason));
        }
        var rule =
                new DestinationRule(
                        meta,
                        origin,
                        host,
                        spec.section("trafficPolicy", DestinationRules::policy),
                        spec.list("subsets", DestinationRules::subset),
                        ExportTo.decode(spec),
                        spec.section("workloadSelector", DestinationRules::matchLabels));
        var names = new HashSet<String>();
        for (int i = 0; i < rule.subsets().size(); i++) {
            var name = rule.subsets().get(i).name();
            if (!name.isEmpty() && !names.add(name)) {
                spec.errorAt(
                        Codes.REPEATED,
                        "subsets",
                        i,
                        "There is a subset `%s` already.".formatted(name));
            }
        }
        boolean elsewhere =
                rule.exportTo().size() > 1
                        || (rule.exportTo().size() == 1
                                && !List.of(".", meta.namespace())
                                        .contains(rule.exportTo().getFirst()));
        if (rule.workloadSelector().isPresent() && elsewhere) {
            spec.error(
                    Codes.CONTRADICTION,
                    "exportTo",
                    "With a `workloadSelector` a rule is for its own namespace alone.");
        }
        return rule;
    }

    static Selector matchLabels(Fields fields) {
        return fields.selector("matchLabels");
    }

    private static DestinationRule.Subset subset(Fields fields) {
        var name = fields.requiredText("name");
        if (!name.isEmpty() && !Names.isDnsLabel(name)) {
            fields.error(
                    Codes.MALFORMED,
                    "name",
                    "`%s` is not a name of a subset: use letters, digits and `-`."
                            .formatted(Spelling.shortened(name)));
        }
        return new DestinationRule.Subset(
                name,
                fields.labels("labels"),
                fields.section("trafficPolicy", DestinationRules::policy));
    }

    private static TrafficPolicy policy(Fields fields) {
        fields.atMostOneOf("tunnel", "proxyProtocol");
        var policy =
                new TrafficPolicy(
                        fields.section("loadBalancer", LoadBalancers::decode),
                        fields.section("connectionPool", ConnectionPools::decode),
                        fields.section("outlierDetection", DestinationRules::outliers),
                        fields.section("tls", DestinationRules::tls),
                        fields.list("portLevelSettings", DestinationRules::portPolicy),
                        fields.section("tunnel", DestinationRules::tunnel),
                        fields.section("proxyProtocol", DestinationRules::proxyProtocol),
                        fields.section("retryBudget", DestinationRules::retryBudget));
        if (policy.portLevelSettings().size() > MAX_PORT_SETTINGS) {
            fields.error(
                    Codes.OUT_OF_RANGE,
                    "portLevelSettings",
                    "There are more than 4096 port settings.");
        }
        if (fields.names().isEmpty()) {
            fields.error(Codes.MISSING, "A traffic policy must set something.");
        }
        return policy;
    }

    private static TrafficPolicy.PortPolicy portPolicy(Fields fields) {
        int port =
                fields.section(
                                "port",
                                inner -> {
                                    int number = inner.port("number");
                                    return number;
                                })
                        .orElse(0);
        if (port == 0) {
            fields.error(Codes.MISSING, "port", "Settings of a port need its `port.number`.");
        }
        return new TrafficPolicy.PortPolicy(
                port,
                fields.section("loadBalancer", LoadBalancers::decode),
                fields.section("connectionPool", ConnectionPools::decode),
                fields.section("outlierDetection", DestinationRules::outliers),
                fields.section("tls", DestinationRules::tls));
    }

    private static OutlierDetection outliers(Fields fields) {
        var old = fields.optionalInteger("consecutiveErrors", 0, MAX_INT32);
        if (old.isPresent()) {
            fields.warning(
                    Codes.POINTLESS,
                    "consecutiveErrors",
                    "`consecutiveErrors` has no effect any more; use `consecutive5xxErrors` or"
                            + " `consecutiveGatewayErrors`.");
        }
        var detection =
                new OutlierDetection(
                        fields.optionalInteger("consecutive5xxErrors", 0, MAX_INT32),
                        fields.optionalInteger("consecutiveGatewayErrors", 0, MAX_INT32),
                        fields.flag("splitExternalLocalOriginErrors"),
                        fields.optionalInteger("consecutiveLocalOriginFailures", 0, MAX_INT32),
                        fields.duration("interval"),
                        fields.duration("baseEjectionTime"),
                        fields.integer("maxEjectionPercent", 0, 100),
                        fields.integer("minHealthPercent", 0, 100),
                        fields.integers("outlierDetectionHttpErrorCodes", 100, 599));
        if (detection.consecutiveLocalOriginFailures().isPresent()
                && !detection.splitExternalLocalOriginErrors()) {
            fields.warning(
                    Codes.POINTLESS,
                    "consecutiveLocalOriginFailures",
                    "This has no effect without `splitExternalLocalOriginErrors: true`.");
        }
        return detection;
    }

    private static ClientTls tls(Fields fields) {
        var tls =
                new ClientTls(
                        fields.choice("mode", ClientTls.Mode.DISABLE),
                        fields.text("clientCertificate"),
                        fields.text("privateKey"),
                        fields.text("caCertificates"),
                        fields.text("caCrl"),
                        fields.text("credentialName"),
                        fields.text("sni"),
                        fields.texts("subjectAltNames"),
                        fields.optionalFlag("insecureSkipVerify"));
        checkTls(fields, tls);
        return tls;
    }

    private static void checkTls(Fields fields, ClientTls tls) {
        if (tls.insecureSkipVerify().orElse(false)) {
            for (var name : List.of("caCertificates", "subjectAltNames")) {
                if (fields.has(name)) {
                    fields.error(
                            Codes.CONTRADICTION,
                            name,
                            "`%s` and `insecureSkipVerify` exclude one another.".formatted(name));
                }
            }
        }
        if (tls.mode() == ClientTls.Mode.ISTIO_MUTUAL) {
            for (var name :
                    List.of(
                            "clientCertificate",
                            "privateKey",
                            "caCertificates",
                            "credentialName")) {
                if (fields.has(name)) {
                    fields.error(
                            Codes.CONTRADICTION,
                            name,
                            "With ISTIO_MUTUAL the mesh provides the certificates; leave `%s` out."
                                    .formatted(name));
                }
            }
        }
        if (tls.mode() == ClientTls.Mode.MUTUAL && tls.credentialName().isEmpty()) {
            for (var name : List.of("clientCertificate", "privateKey")) {
                if (fields.text(name).isEmpty()) {
                    fields.error(
                            Codes.MISSING,
                            name,
                            "MUTUAL needs `%s`, or a `credentialName`.".formatted(name));
                }
            }
        }
        if (!tls.credentialName().isEmpty()
                && (fields.has("clientCertificate") || fields.has("privateKey"))) {
            fields.error(
                    Codes.CONTRADICTION,
                    "credentialName",
                    "`credentialName` and files exclude one another.");
        }
    }

    private static TrafficPolicy.Tunnel tunnel(Fields fields) {
        var protocol = fields.text("protocol");
        if (!protocol.isEmpty() && !List.of("CONNECT", "POST").contains(protocol)) {
            fields.error(
                    Codes.NOT_A_CHOICE,
                    "protocol",
                    Spelling.notOneOf(protocol, List.of("CONNECT", "POST")));
        }
        var host = fields.requiredText("targetHost");
        if (!host.isEmpty() && !Addresses.isAddress(host)) {
            Names.hostProblem(host)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "targetHost", reason));
        }
        if (!fields.has("targetPort")) {
            fields.missing("targetPort");
        }
        return new TrafficPolicy.Tunnel(
                protocol.isEmpty() ? "CONNECT" : protocol, host, fields.port("targetPort"));
    }

    private static TrafficPolicy.ProxyProtocol proxyProtocol(Fields fields) {
        return fields.choice("version", TrafficPolicy.ProxyProtocol.V1);
    }

    private static TrafficPolicy.RetryBudget retryBudget(Fields fields) {
        return new TrafficPolicy.RetryBudget(
                fields.decimal("percent", 0, 100),
                fields.optionalInteger("minRetryConcurrency", 0, MAX_INT32),
                fields.duration("budgetInterval", Durations.ZERO_OR_MORE));
    }
}
