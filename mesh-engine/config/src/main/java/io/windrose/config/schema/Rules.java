package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The shorter ones of the rules.
final class Rules {
    private static final Set<String> TARGETS =
            Set.of(
                    "/Service",
                    "core/Service",
                    "networking.istio.io/ServiceEntry",
                    "gateway.networking.k8s.io/Gateway",
                    "gateway.networking.k8s.io/GatewayClass");
    private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");
    private static final Pattern DIGEST = Pattern.compile(".*@sha256:([0-9a-f]*)");

    private Rules() {}

    static void target(Site target) {
        var name = target.text("group") + "/" + target.text("kind");
        boolean kind = Format.KIND.problem(target.text("kind")).isEmpty();
        if (kind && !TARGETS.contains(name)) {
            target.error(
                    Codes.NOT_A_CHOICE,
                    "kind",
                    ("`%s` is not a target; write Service, ServiceEntry of networking.istio.io, or"
                                    + " Gateway or GatewayClass of gateway.networking.k8s.io.")
                            .formatted(name.startsWith("/") ? name.substring(1) : name));
        }
    }

    static void workload(Site workload) {
        if (workload.text("address").startsWith(WorkloadAddress.UNIX) && workload.has("ports")) {
            workload.error(Codes.CONTRADICTION, "ports", "A unix socket has no ports.");
        }
    }

    static void plugin(Site plugin) {
        var digest = DIGEST.matcher(plugin.text("url"));
        var sum = plugin.text("sha256");
        if (!sum.isEmpty() && digest.matches() && !digest.group(1).equals(sum)) {
            plugin.error(
                    Codes.CONTRADICTION,
                    "sha256",
                    "The sum differs from the digest in `url`; leave one of them out.");
        }
    }

    static void pluginVariable(Site variable) {
        if (variable.text("valueFrom").equals("HOST") && variable.has("value")) {
            variable.error(
                    Codes.CONTRADICTION,
                    "value",
                    "A variable that comes from the HOST has no `value` of its own.");
        }
    }

    /// As Prometheus reads it: a duration of 0 is none.
    static void recording(Site rule) {
        if (!rule.has("record")) {
            return;
        }
        boolean annotated =
                rule.section("annotations").filter(all -> !all.names().isEmpty()).isPresent();
        Stream.of("for", "keep_firing_for", "annotations")
                .filter(name ->
                        name.equals("annotations")
                                ? annotated
                                : NOT_ZERO.matcher(rule.text(name)).find())
                .forEach(name ->
                        rule.error(
                                Codes.CONTRADICTION,
                                name,
                                "A figure that is worked out has no `%s`; an alert has."
                                        .formatted(name)));
    }
}
