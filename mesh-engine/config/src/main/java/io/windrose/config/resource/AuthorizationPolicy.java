package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;

/// Who may do what at some workloads.
///
/// @param provider of the action `CUSTOM`; empty otherwise
/// @param rules one of them suffices; with none the policy never matches
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">Istio</a>
public record AuthorizationPolicy(
        ObjectMeta meta,
        Origin origin,
        Selector selector,
        List<TargetRef> targetRefs,
        Action action,
        String provider,
        List<Rule> rules)
        implements Resource {

    public AuthorizationPolicy {
        targetRefs = List.copyOf(targetRefs);
        rules = List.copyOf(rules);
    }

    /// Whether matches are only counted, as the annotation `istio.io/dry-run` asks.
    public boolean dryRun() {
        return "true".equals(meta.annotations().get("istio.io/dry-run"));
    }

    public enum Action {
        ALLOW,
        DENY,
        AUDIT,
        CUSTOM
    }

    /// @param group empty for Kubernetes' core group
    public record TargetRef(String group, String kind, String name) {}

    /// One of the sources, one of the operations and every condition must match; an empty list puts
    /// no requirement.
    public record Rule(List<Source> from, List<Operation> to, List<Condition> when) {
        public Rule {
            from = List.copyOf(from);
            to = List.copyOf(to);
            when = List.copyOf(when);
        }
    }

    /// @param serviceAccounts `namespace/name`, or `name` in the policy's namespace
    public record Source(
            Values principals,
            Values requestPrincipals,
            Values namespaces,
            Values serviceAccounts,
            Values ipBlocks,
            Values remoteIpBlocks,
            Values trustDomains) {}

    public record Operation(Values hosts, Values ports, Values methods, Values paths) {}

    /// @param key an attribute, e.g. `request.headers[x-token]`
    public record Condition(String key, Values values) {}

    /// Some value must match one of `in`, and none of `notIn`; an empty list puts no requirement. A
    /// leading or trailing `*` matches any text there, a lone one any text but the empty.
    public record Values(List<String> in, List<String> notIn) {
        public static final Values ANY = new Values(List.of(), List.of());

        public Values {
            in = List.copyOf(in);
            notIn = List.copyOf(notIn);
        }

        public boolean isAny() {
            return in.isEmpty() && notIn.isEmpty();
        }
    }
}
