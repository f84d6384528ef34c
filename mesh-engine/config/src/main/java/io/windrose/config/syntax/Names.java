package io.windrose.config.syntax;

import java.util.Optional;
import java.util.regex.Pattern;

/// The syntax of names, labels, hosts and addresses. Each method answers with the sentence that is
/// to be reported, or with nothing when the text is well-formed.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/agent`
public final class Names {
    private static final int MAX_HOST = 255;
    private static final int MAX_NAME = 253;
    private static final int MAX_PORT = 65_535;
    private static final int MOST_PORT_DIGITS = 5;
    private static final Pattern DNS_LABEL =
            Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");
    private static final Pattern HOST_LABEL =
            Pattern.compile("[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9_])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([-.a-z0-9]{1,253}/)?[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE =
            Pattern.compile("([A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern OBJECT_NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private Names() {}

    public static boolean isDnsLabel(String text) {
        return DNS_LABEL.matcher(text).matches();
    }

    public static Optional<String> objectNameProblem(String name) {
        return name.length() <= MAX_NAME && OBJECT_NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        "`%s` is not a name: use lower-case letters, digits, `-` and `.`."
                                .formatted(Spelling.shortened(name)));
    }

    public static Optional<String> labelProblem(String key, String value) {
        if (!LABEL_KEY.matcher(key).matches()) {
            return Optional.of("`%s` is not a label key.".formatted(Spelling.shortened(key)));
        }
        if (value.contains("*")) {
            return Optional.of("`%s`: wildcards are not supported in labels.".formatted(value));
        }
        return LABEL_VALUE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(
                        ("`%s` is not a label value: use at most 63 letters, digits, `-`, `_` and"
                                        + " `.`.")
                                .formatted(Spelling.shortened(value)));
    }

    /// A host with at most a leading `*` label.
    public static Optional<String> wildcardHostProblem(String host) {
        if (host.equals("*")) {
            return Optional.empty();
        }
        if (host.startsWith("*.")) {
            return hostProblem(host.substring(2));
        }
        if (host.startsWith("*")) {
            return Optional.of(
                    "`%s` is not a host: a wildcard stands alone or as the first label, `*.`."
                            .formatted(Spelling.shortened(host)));
        }
        return hostProblem(host);
    }

    public static Optional<String> hostProblem(String host) {
        if (host.isEmpty()) {
            return Optional.of("A host must not be empty.");
        }
        if (host.length() > MAX_HOST) {
            return Optional.of("A host has at most 255 characters.");
        }
        var labels =
                (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        for (var label : labels) {
            if (!HOST_LABEL.matcher(label).matches()) {
                return Optional.of(
                        "`%s` is not a host: `%s` is not a DNS label."
                                .formatted(Spelling.shortened(host), Spelling.shortened(label)));
            }
        }
        return NUMBER.matcher(labels[labels.length - 1]).matches()
                ? Optional.of(
                        "`%s` is not a host: its last part must not be a number.".formatted(host))
                : Optional.empty();
    }

    /// `name` or `namespace/name`; a name with dots is read as `name.namespace`, the form before.
    public static Optional<String> gatewayProblem(String gateway) {
        var parts = gateway.split("/", -1);
        boolean good =
                parts.length <= 2
                        && (parts.length == 1 || isDnsLabel(parts[0]))
                        && objectNameProblem(parts[parts.length - 1]).isEmpty();
        return good
                ? Optional.empty()
                : Optional.of(
                        "`%s` is not a gateway; write name or namespace/name."
                                .formatted(Spelling.shortened(gateway)));
    }

    /// The digits of a number from 1 to 65535.
    public static boolean isPort(String text) {
        if (text.isEmpty() || text.length() > MOST_PORT_DIGITS || !NUMBER.matcher(text).matches()) {
            return false;
        }
        int number = Integer.parseInt(text);
        return number > 0 && number <= MAX_PORT;
    }

    public static Optional<String> addressProblem(String text) {
        return Addresses.isAddress(text)
                ? Optional.empty()
                : Optional.of("`%s` is not an IP address.".formatted(Spelling.shortened(text)));
    }

    /// An address, or an address and a prefix length.
    public static Optional<String> subnetProblem(String text) {
        return Addresses.isAddress(text) || Addresses.isCidr(text)
                ? Optional.empty()
                : Optional.of(
                        "`%s` is neither an IP address nor a CIDR such as 10.0.0.0/8."
                                .formatted(Spelling.shortened(text)));
    }
}
