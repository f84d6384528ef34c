package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Operation;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Source;
import java.util.ArrayList;
import java.util.List;

/// The rules of a policy as conditions on attributes, named as in `when`.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/security/conditions/">Istio</a>
final class Clauses {
    static final String PRINCIPAL = "source.principal";
    static final String NAMESPACE = "source.namespace";
    static final String ACCOUNT = "source.serviceAccount";
    static final String TRUST_DOMAIN = "source.trustDomain";
    static final String TOKEN = "request.auth.";
    static final String TOKEN_PRINCIPAL = TOKEN + "principal";
    static final String PORT = "destination.port";

    /// Attributes that `when` has no name for.
    static final String HOST = "host";

    static final String METHOD = "method";
    static final String PATH = "path";

    private Clauses() {}

    /// Each item is one way to match the rule: all of its conditions hold.
    static List<List<Condition>> ways(Rule rule) {
        var ways = new ArrayList<List<Condition>>();
        for (var source : sources(rule)) {
            for (var operation : operations(rule)) {
                var way = new ArrayList<>(source);
                way.addAll(operation);
                way.addAll(rule.when());
                ways.add(way);
            }
        }
        return ways;
    }

    private static List<List<Condition>> sources(Rule rule) {
        return rule.from().isEmpty()
                ? List.of(List.of())
                : rule.from().stream().map(Clauses::of).toList();
    }

    private static List<List<Condition>> operations(Rule rule) {
        return rule.to().isEmpty()
                ? List.of(List.of())
                : rule.to().stream().map(Clauses::of).toList();
    }

    private static List<Condition> of(Source source) {
        return asked(
                new Condition(PRINCIPAL, source.principals()),
                new Condition(TOKEN_PRINCIPAL, source.requestPrincipals()),
                new Condition(NAMESPACE, source.namespaces()),
                new Condition(ACCOUNT, source.serviceAccounts()),
                new Condition(TRUST_DOMAIN, source.trustDomains()),
                new Condition("remote.ip", source.remoteIpBlocks()),
                new Condition("source.ip", source.ipBlocks()));
    }

    private static List<Condition> of(Operation operation) {
        return asked(
                new Condition(HOST, operation.hosts()),
                new Condition(METHOD, operation.methods()),
                new Condition(PATH, operation.paths()),
                new Condition(PORT, operation.ports()));
    }

    private static List<Condition> asked(Condition... all) {
        return List.of(all).stream().filter(one -> !one.values().isAny()).toList();
    }
}
