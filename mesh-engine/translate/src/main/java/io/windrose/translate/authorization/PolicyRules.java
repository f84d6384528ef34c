package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Operation;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Source;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.translate.authorization.Authorization.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The rules of one policy, each as one policy of Envoy's.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/security/authz/model/model.go`
final class PolicyRules {
    private static final Policy NEVER =
            Policy.newBuilder()
                    .addPermissions(Permissions.not(Permissions.ANY))
                    .addPrincipals(Principals.not(Principals.ANY))
                    .build();

    private final AuthorizationPolicy policy;
    private final Attributes attributes;
    private final Protocol protocol;

    PolicyRules(AuthorizationPolicy policy, TrustDomains trustDomains, Protocol protocol) {
        this.policy = policy;
        this.attributes = new Attributes(policy.meta().namespace(), trustDomains);
        this.protocol = protocol;
    }

    /// By Istio's names, which appear in a refused request's response code details. A policy
    /// without rules has one that matches nothing.
    SortedMap<String, Policy> byName() {
        var byName = new TreeMap<String, Policy>();
        if (policy.rules().isEmpty()) {
            byName.put(name(0), NEVER);
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            var name = name(i);
            translate(policy.rules().get(i)).ifPresent(rule -> byName.put(name, rule));
        }
        return byName;
    }

    private String name(int rule) {
        return "ns[%s]-policy[%s]-rule[%d]"
                .formatted(policy.meta().namespace(), policy.meta().name().name(), rule);
    }

    /// Empty when a rule that allows asks what cannot be known: it must not allow more than it
    /// says.
    Optional<Policy> translate(Rule rule) {
        var clauses = new ArrayList<Condition>(rule.when());
        rule.from().forEach(source -> clauses.addAll(clauses(source)));
        rule.to().forEach(operation -> clauses.addAll(clauses(operation)));
        if (policy.action() == Action.ALLOW && !clauses.stream().allMatch(this::isKnowable)) {
            return Optional.empty();
        }
        var out = Policy.newBuilder();
        var operations = rule.to().stream().map(PolicyRules::clauses).toList();
        for (var operation : operations.isEmpty() ? List.of(List.<Condition>of()) : operations) {
            out.addPermissions(permission(operation, rule.when()));
        }
        var sources = rule.from().stream().map(PolicyRules::clauses).toList();
        for (var source : sources.isEmpty() ? List.of(List.<Condition>of()) : sources) {
            out.addPrincipals(principal(source, rule.when()));
        }
        return Optional.of(out.build());
    }

    private static List<Condition> clauses(Source source) {
        return present(
                new Condition("source.principal", source.principals()),
                new Condition("request.auth.principal", source.requestPrincipals()),
                new Condition("source.namespace", source.namespaces()),
                new Condition("source.serviceAccount", source.serviceAccounts()),
                new Condition("source.trustDomain", source.trustDomains()),
                new Condition("remote.ip", source.remoteIpBlocks()),
                new Condition("source.ip", source.ipBlocks()));
    }

    private static List<Condition> clauses(Operation operation) {
        return present(
                new Condition(Attributes.HOST, operation.hosts()),
                new Condition(Attributes.METHOD, operation.methods()),
                new Condition(Attributes.PATH, operation.paths()),
                new Condition("destination.port", operation.ports()));
    }

    private static List<Condition> present(Condition... clauses) {
        return List.of(clauses).stream()
                .filter(Predicate.not(clause -> clause.values().isAny()))
                .toList();
    }

    private boolean isKnowable(Condition clause) {
        return attributes
                .named(clause.key())
                .filter(attribute -> protocol == Protocol.HTTP || !attribute.onlyOfRequests())
                .filter(attribute -> attribute.reads(clause.values()))
                .isPresent();
    }

    private Permission permission(List<Condition> operation, List<Condition> when) {
        var terms = new ArrayList<Permission>();
        for (var clause : knowable(operation, when)) {
            if (attributes.named(clause.key()).orElseThrow()
                    instanceof Attribute.OfOperation attribute) {
                addTerms(terms, attribute, clause.values());
            }
        }
        return Permissions.all(terms);
    }

    private static void addTerms(
            List<Permission> terms, Attribute.OfOperation attribute, Values values) {
        if (!values.in().isEmpty()) {
            terms.add(Permissions.anyOf(attribute.terms(values.in())));
        }
        if (!values.notIn().isEmpty()) {
            terms.add(Permissions.not(Permissions.anyOf(attribute.terms(values.notIn()))));
        }
    }

    private Principal principal(List<Condition> source, List<Condition> when) {
        var terms = new ArrayList<Principal>();
        for (var clause : knowable(source, when)) {
            if (attributes.named(clause.key()).orElseThrow()
                    instanceof Attribute.OfCaller attribute) {
                addTerms(terms, attribute, clause.values());
            }
        }
        return Principals.all(terms);
    }

    private static void addTerms(
            List<Principal> terms, Attribute.OfCaller attribute, Values values) {
        if (!values.in().isEmpty()) {
            terms.add(Principals.anyOf(attribute.terms(values.in())));
        }
        if (!values.notIn().isEmpty()) {
            terms.add(Principals.not(Principals.anyOf(attribute.terms(values.notIn()))));
        }
    }

    private List<Condition> knowable(List<Condition> clauses, List<Condition> when) {
        var all = new ArrayList<>(clauses);
        all.addAll(when);
        all.removeIf(Predicate.not(this::isKnowable));
        return all;
    }
}
