package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.util.List;
import java.util.Locale;

/// How a policy of Gateway API checks the certificate of a service.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class TlsPolicyRules {
    private static final String OWN = "caCertificateRefs";
    private static final String WELL_KNOWN = "wellKnownCACertificates";

    private TlsPolicyRules() {}

    static void validation(Site validation) {
        boolean own = validation.size(OWN) > 0;
        boolean wellKnown = !validation.text(WELL_KNOWN).isEmpty();
        if (own && wellKnown) {
            validation.error(
                    Codes.CONTRADICTION,
                    WELL_KNOWN,
                    "`%s` and `%s` exclude one another; keep one.".formatted(OWN, WELL_KNOWN));
        } else if (!own && !wellKnown) {
            validation.error(Codes.MISSING, "This needs `%s` or `%s`.".formatted(OWN, WELL_KNOWN));
        }
    }

    static void alternativeName(Site name) {
        for (var type : List.of("Hostname", "URI")) {
            var member = type.toLowerCase(Locale.ROOT);
            boolean wanted = name.text("type").equals(type);
            if (name.has("type") && wanted != name.has(member)) {
                name.error(
                        wanted ? Codes.MISSING : Codes.CONTRADICTION,
                        member,
                        "The type %s goes with `%s`.".formatted(type, member));
            }
        }
    }
}
