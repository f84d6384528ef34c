package io.windrose.config.decode;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.PeerAuthentication;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// PeerAuthentications and AuthorizationPolicies.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`,
///   `pkg/config/security/security.go`
final class Policies {
    private static final int MAX_RULES = 512;
    private static final int MAX_ACCOUNTS = 16;
    private static final int MAX_TARGETS = 16;
    private static final List<String> ATTRIBUTES =
            List.of(
                    "source.ip",
                    "remote.ip",
                    "source.namespace",
                    "source.serviceAccount",
                    "source.trustDomain",
                    "source.principal",
                    "request.auth.principal",
                    "request.auth.audiences",
                    "request.auth.presenter",
                    "destination.ip",
                    "destination.port",
                    "connection.sni");
    private static final Pattern KEYED_ATTRIBUTE =
            Pattern.compile(
                    "request\\.headers\\[[^]]+]|request\\.auth\\.claims(\\[[^]]+])+"
                            + "|experimental\\.envoy\\.filters\\.[^\\[\\]]+(\\[[^]]+])+");
    private static final List<String> NOT_FOR_CUSTOM =
            List.of(
                    "namespaces",
                    "principals",
                    "requestPrincipals",
                    "serviceAccounts",
                    "trustDomains");
    private static final Pattern IDENTITY_ATTRIBUTE =
            Pattern.compile(
                    "source\\.(namespace|serviceAccount|trustDomain|principal)|request\\.auth\\..*");

    private Policies() {}

    static PeerAuthentication peerAuthentication(ObjectMeta meta, Origin origin, Fields spec) {
        var selector = selector(spec);
        var ports = new TreeMap<Integer, PeerAuthentication.Mode>();
        spec.fields("portLevelMtls")
                .ifPresent(map -> {
                    for (var name : map.names()) {
                        var mode = map.section(name, Policies::mode);
                        if (!name.matches("[0-9]{1,5}")
                                || Integer.parseInt(name) < 1
                                || Integer.parseInt(name) > Fields.MAX_PORT) {
                            map.error(
                                    Codes.OUT_OF_RANGE,
                                    name,
                                    "`%s` is not a port from 1 to 65535."
                                            .formatted(Spelling.shortened(name)));
                        } else {
                            mode.ifPresent(found -> ports.put(Integer.parseInt(name), found));
                        }
                    }
                    if (map.names().isEmpty()) {
                        map.error(Codes.MISSING, "`portLevelMtls` needs at least one port.");
                    }
                    if (selector.selectsAll()) {
                        map.error(
                                Codes.CONTRADICTION,
                                "`portLevelMtls` is for chosen workloads; add a `selector`.");
                    }
                });
        var mode = spec.section("mtls", Policies::mode).orElse(PeerAuthentication.Mode.UNSET);
        return new PeerAuthentication(meta, origin, selector, mode, ports);
    }

    private static PeerAuthentication.Mode mode(Fields fields) {
        return fields.choice("mode", PeerAuthentication.Mode.UNSET);
    }

    private static Selector selector(Fields spec) {
        return spec.section("selector", DestinationRules::matchLabels).orElse(Selector.ALL);
    }

    static AuthorizationPolicy authorizationPolicy(ObjectMeta meta, Origin origin, Fields spec) {
        spec.atMostOneOf("selector", "targetRef", "targetRefs");
        var action = spec.choice("action", Action.ALLOW);
        var targets =
                spec.has("targetRef")
                        ? spec.section("targetRef", Policies::target).stream().toList()
                        : spec.list("targetRefs", Policies::target);
        var policy =
                new AuthorizationPolicy(
                        meta,
                        origin,
                        selector(spec),
                        targets,
                        action,
                        spec.section("provider", Policies::provider).orElse(""),
                        spec.list("rules", rule -> rule(rule, action)));
        check(spec, policy);
        return policy;
    }

    private static void check(Fields spec, AuthorizationPolicy policy) {
        if (policy.targetRefs().size() > MAX_TARGETS) {
            spec.error(Codes.OUT_OF_RANGE, "targetRefs", "There are more than 16 targets.");
        }
        if (policy.rules().size() > MAX_RULES) {
            spec.error(Codes.OUT_OF_RANGE, "rules", "There are more than 512 rules.");
        }
        boolean custom = policy.action() == Action.CUSTOM;
        if (custom && policy.provider().isEmpty()) {
            spec.error(Codes.MISSING, "provider", "The action CUSTOM needs a `provider.name`.");
        }
        if (!custom && spec.has("provider")) {
            spec.error(
                    Codes.CONTRADICTION,
                    "provider",
                    "A `provider` goes with the action CUSTOM only.");
        }
        if (!policy.rules().isEmpty()) {
            return;
        }
        switch (policy.action()) {
            case DENY, CUSTOM ->
                    spec.error(
                            Codes.MISSING,
                            "rules",
                            "A policy with the action %s needs `rules`; without it never matches."
                                    .formatted(policy.action()));
            case ALLOW ->
                    spec.warning(
                            Codes.POINTLESS,
                            "Without `rules` this policy allows nothing, so that every request is"
                                    + " denied.");
            case AUDIT -> {
                // matches nothing, which harms nobody
            }
        }
    }

    private static String provider(Fields fields) {
        return fields.text("name");
    }

    private static AuthorizationPolicy.TargetRef target(Fields fields) {
        var target =
                new AuthorizationPolicy.TargetRef(
                        fields.text("group"),
                        fields.requiredText("kind"),
                        fields.requiredText("name"));
        if (!fields.text("namespace").isEmpty()) {
            fields.error(
                    Codes.CONTRADICTION,
                    "namespace",
                    "A target lies in the policy's own namespace; leave `namespace` out.");
        }
        return target;
    }

    private static AuthorizationPolicy.Rule rule(Fields fields, Action action) {
        var rule =
                new AuthorizationPolicy.Rule(
                        nested(fields, "from", "source", inner -> source(inner, action)),
                        nested(fields, "to", "operation", Policies::operation),
                        fields.list("when", inner -> condition(inner, action)));
        for (var name : List.of("from", "to")) {
            if (fields.has(name) && (name.equals("from") ? rule.from() : rule.to()).isEmpty()) {
                fields.error(
                        Codes.MISSING, name, "`%s` must not be an empty list.".formatted(name));
            }
        }
        return rule;
    }

    private static <T> List<T> nested(
            Fields fields, String list, String member, Function<Fields, T> decode) {
        return fields
                .list(
                        list,
                        item -> {
                            if (!item.has(member)) {
                                item.missing(member);
                            }
                            return item.section(member, decode);
                        })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static AuthorizationPolicy.Source source(Fields fields, Action action) {
        var source =
                new AuthorizationPolicy.Source(
                        values(fields, "principals"),
                        values(fields, "requestPrincipals"),
                        values(fields, "namespaces"),
                        values(fields, "serviceAccounts"),
                        subnets(fields, "ipBlocks"),
                        subnets(fields, "remoteIpBlocks"),
                        values(fields, "trustDomains"));
        requireSome(fields);
        boolean accounts = fields.has("serviceAccounts") || fields.has(not("serviceAccounts"));
        for (var name : List.of("principals", "namespaces")) {
            if (accounts && (fields.has(name) || fields.has(not(name)))) {
                fields.error(
                        Codes.CONTRADICTION,
                        fields.has(name) ? name : not(name),
                        "`serviceAccounts` and `%s` exclude one another.".formatted(name));
            }
        }
        for (var name : List.of("serviceAccounts", not("serviceAccounts"))) {
            if (fields.texts(name).size() > MAX_ACCOUNTS) {
                fields.error(Codes.OUT_OF_RANGE, name, "There are more than 16 accounts.");
            }
            for (var account : fields.texts(name)) {
                if (account.contains("*") || account.chars().filter(c -> c == '/').count() > 1) {
                    fields.error(
                            Codes.MALFORMED,
                            name,
                            "`%s` is not an account; write namespace/name or name."
                                    .formatted(Spelling.shortened(account)));
                }
            }
        }
        if (action == Action.CUSTOM) {
            for (var name : NOT_FOR_CUSTOM) {
                for (var form : List.of(name, not(name))) {
                    if (fields.has(form)) {
                        fields.error(
                                Codes.CONTRADICTION,
                                form,
                                "The action CUSTOM cannot use `%s`.".formatted(form));
                    }
                }
            }
        }
        return source;
    }

    private static AuthorizationPolicy.Operation operation(Fields fields) {
        var ports = values(fields, "ports");
        for (var name : List.of("ports", not("ports"))) {
            var numbers = fields.texts(name);
            for (int i = 0; i < numbers.size(); i++) {
                var text = numbers.get(i);
                if (!text.isEmpty()
                        && (!text.matches("[0-9]{1,5}")
                                || Integer.parseInt(text) > Fields.MAX_PORT)) {
                    fields.errorAt(
                            Codes.MALFORMED,
                            name,
                            i,
                            "`%s` is not a port.".formatted(Spelling.shortened(text)));
                }
            }
        }
        var operation =
                new AuthorizationPolicy.Operation(
                        values(fields, "hosts"),
                        ports,
                        values(fields, "methods"),
                        values(fields, "paths"));
        requireSome(fields);
        return operation;
    }

    private static AuthorizationPolicy.Condition condition(Fields fields, Action action) {
        var key = fields.suggesting("key", ATTRIBUTES).requiredText("key");
        if (!key.isEmpty()
                && !ATTRIBUTES.contains(key)
                && !KEYED_ATTRIBUTE.matcher(key).matches()) {
            fields.error(
                    Codes.NOT_A_CHOICE,
                    "key",
                    "`%s` is not an attribute%s"
                            .formatted(
                                    Spelling.shortened(key),
                                    Spelling.nearest(key, ATTRIBUTES)
                                            .map(guess -> "; did you mean `" + guess + "`?")
                                            .orElse(".")));
        }
        if (action == Action.CUSTOM && IDENTITY_ATTRIBUTE.matcher(key).matches()) {
            fields.error(
                    Codes.CONTRADICTION,
                    "key",
                    "The action CUSTOM cannot use `%s`.".formatted(key));
        }
        if (!fields.has("values") && !fields.has("notValues")) {
            fields.error(Codes.MISSING, "A condition needs `values` or `notValues`.");
        }
        return new AuthorizationPolicy.Condition(key, values(fields, "values"));
    }

    private static Values values(Fields fields, String name) {
        for (var form : List.of(name, not(name))) {
            var texts = fields.texts(form);
            if (fields.has(form) && texts.isEmpty()) {
                fields.error(
                        Codes.MISSING, form, "`%s` must not be an empty list.".formatted(form));
            }
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).isEmpty()) {
                    fields.errorAt(Codes.MALFORMED, form, i, "A value must not be empty.");
                }
            }
        }
        return new Values(fields.texts(name), fields.texts(not(name)));
    }

    private static Values subnets(Fields fields, String name) {
        for (var form : List.of(name, not(name))) {
            var subnets = fields.texts(form);
            for (int i = 0; i < subnets.size(); i++) {
                int at = i;
                Names.subnetProblem(subnets.get(i))
                        .ifPresent(reason -> fields.errorAt(Codes.MALFORMED, form, at, reason));
            }
        }
        return new Values(fields.texts(name), fields.texts(not(name)));
    }

    private static void requireSome(Fields fields) {
        if (fields.names().isEmpty()) {
            fields.error(Codes.MISSING, "This must not be empty.");
        }
    }

    private static String not(String name) {
        return "not" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
