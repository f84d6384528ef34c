package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a listener of Gateway API must say together.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class ListenerRules {
    private static final Set<String> WITHOUT_TLS = Set.of("HTTP", "TCP", "UDP");
    private static final Set<String> WITHOUT_HOSTS = Set.of("TCP", "UDP");

    private ListenerRules() {}

    static void listener(Site listener) {
        var protocol = listener.text("protocol");
        if (WITHOUT_TLS.contains(protocol) && listener.has("tls")) {
            listener.error(
                    Codes.CONTRADICTION,
                    "tls",
                    "A listener for %s has no `tls`; use HTTPS or TLS.".formatted(protocol));
        }
        if (WITHOUT_HOSTS.contains(protocol) && !listener.text("hostname").isEmpty()) {
            listener.error(
                    Codes.CONTRADICTION,
                    "hostname",
                    "A listener for %s cannot tell hosts apart.".formatted(protocol));
        }
        if (protocol.equals("TLS") && !listener.has("tls")) {
            listener.error(
                    Codes.MISSING, "tls", "A listener for TLS needs `tls`, and its `mode` there.");
        }
        boolean passes =
                listener.section("tls")
                        .filter(tls -> tls.text("mode").equals("Passthrough"))
                        .isPresent();
        if (protocol.equals("HTTPS") && passes) {
            listener.error(
                    Codes.CONTRADICTION,
                    "tls",
                    "A listener for HTTPS ends TLS; use the protocol TLS with Passthrough.");
        }
    }

    /// @param owner of a list of listeners
    static void listeners(Site owner) {
        var seen = new HashSet<List<String>>();
        for (var listener : owner.sections("listeners")) {
            var port = listener.text("port");
            var protocol = listener.text("protocol");
            if (!seen.add(List.of(port, protocol, listener.text("hostname")))) {
                listener.error(
                        Codes.REPEATED,
                        "Another listener takes %s on the port %s for the same host."
                                .formatted(protocol, port));
            }
        }
    }

    static void tls(Site tls) {
        boolean ends = tls.text("mode", "Terminate").equals("Terminate");
        boolean options = tls.section("options").filter(one -> !one.names().isEmpty()).isPresent();
        if (ends && tls.size("certificateRefs") == 0 && !options) {
            tls.error(
                    Codes.MISSING,
                    "certificateRefs",
                    "To end TLS a listener needs `certificateRefs`, or `options`.");
        }
    }
}
