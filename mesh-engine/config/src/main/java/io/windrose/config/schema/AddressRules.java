package io.windrose.config.schema;

import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import java.util.HashSet;

/// The addresses that a gateway of Gateway API asks for.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class AddressRules {
    private static final String IP = "IPAddress";
    private static final String HOST = "Hostname";

    private AddressRules() {}

    static void addresses(Site gateway) {
        var seen = new HashSet<String>();
        for (var address : gateway.sections("addresses")) {
            var type = address.text("type", IP);
            boolean compared = type.equals(IP) || type.equals(HOST);
            if (compared && address.has("value") && !seen.add(type + " " + address.text("value"))) {
                address.error(Codes.REPEATED, "value", "This address stands here already.");
            }
        }
    }

    static void address(Site address) {
        var type = address.text("type", IP);
        var value = address.text("value");
        if (!address.has("value")) {
            return;
        }
        if (type.equals(IP) && !Addresses.isAddress(value)) {
            address.error(
                    Codes.MALFORMED,
                    "value",
                    "`%s` is not an IP address; write one, or `type: Hostname`."
                            .formatted(Spelling.shortened(value)));
        } else if (type.equals(HOST)) {
            Format.GATEWAY_HOSTNAME
                    .problem(value)
                    .ifPresent(reason -> address.error(Codes.MALFORMED, "value", reason));
        }
    }
}
