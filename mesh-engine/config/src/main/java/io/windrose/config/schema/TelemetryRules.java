package io.windrose.config.schema;

import io.windrose.config.syntax.Cel;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import java.util.Set;

/// What a Telemetry must say together. Of its two kinds of expressions Istio reads those of logs
/// and refuses what is not CEL; those of labels go to the proxy unread.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`,
///   `validateTelemetryMetrics`, and `validation_istiod.go`, `validateTelemetryFilter`
final class TelemetryRules {

    /// What the proxy tells an expression, and the names of types.
    ///
    /// @see <a
    ///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/advanced/attributes">Envoy's
    ///   attributes</a>
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    ("request response connection upstream source destination metadata filter_state"
                                    + " upstream_filter_state xds node plugin_name plugin_root_id"
                                    + " plugin_vm_id listener_direction listener_metadata"
                                    + " cluster_name cluster_metadata route_name route_metadata"
                                    + " upstream_host_metadata downstream_peer upstream_peer"
                                    + " bool int uint double string bytes list map null_type type"
                                    + " google")
                            .split(" "));

    private TelemetryRules() {}

    static void logFilter(Site filter) {
        var text = filter.text("expression");
        if (text.isBlank()) {
            filter.error(
                    Codes.MISSING, "expression", "A filter needs an `expression`, which is CEL.");
            return;
        }
        var cel = Cel.parse(text);
        cel.fault()
                .ifPresent(fault ->
                        filter.errorWithin(
                                Codes.MALFORMED, "expression", fault.at(), fault.message()));
        strangers(filter, "expression", cel);
    }

    static void tagOverride(Site override) {
        var operation = override.text("operation");
        var value = override.text("value");
        if (operation.equals("REMOVE")) {
            if (override.has("value")) {
                override.error(
                        Codes.CONTRADICTION, "value", "A tag that is removed has no `value`.");
            }
        } else if (value.isEmpty()) {
            override.error(
                    Codes.MISSING, "value", "A tag that is set needs a `value`, which is CEL.");
        } else {
            var cel = Cel.parse(value);
            cel.fault()
                    .ifPresent(fault ->
                            override.warningWithin(
                                    Codes.MALFORMED,
                                    "value",
                                    fault.at(),
                                    fault.message()
                                            + " Istio passes it on unread; no proxy can use it."));
            strangers(override, "value", cel);
        }
    }

    /// Names that mean nothing to a proxy, often text without its own quotes.
    private static void strangers(Site site, String field, Cel.Parsed cel) {
        cel.names()
                .forEach((name, at) -> {
                    if (!ATTRIBUTES.contains(name)) {
                        var guess =
                                Spelling.nearest(name, ATTRIBUTES)
                                        .map(near -> "did you mean `" + near + "`?")
                                        .orElse("for text write quotes inside of the quotes.");
                        site.warningWithin(
                                Codes.NOT_A_CHOICE,
                                field,
                                at,
                                "The proxy has no attribute `%s`; %s"
                                        .formatted(Spelling.shortened(name), guess));
                    }
                });
    }

    static void oneProvider(Site tracing) {
        var providers = tracing.sections("providers");
        if (providers.size() > 1) {
            providers
                    .get(1)
                    .error(Codes.CONTRADICTION, "Spans go to one provider; keep one of these.");
        }
    }
}
