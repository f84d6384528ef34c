package io.windrose.config.schema;

import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import io.windrose.config.syntax.Expressions;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.PromQl;
import io.windrose.config.syntax.Spelling;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The syntax of a text. A schema names it in lower case with hyphens, as in `type: header-name`.
public enum Format {
    TEXT(_ -> Optional.empty()),
    /// At least 1 ms, in whole milliseconds.
    DURATION("a duration such as 5s", Format.duration(Durations.AT_LEAST_1_MS)),
    /// A duration where 0 switches something off.
    ANY_DURATION("a duration such as 5s", Format.duration(Durations.ZERO_OR_MORE)),
    SECONDS("a duration such as 5s", Format.duration(Durations.WHOLE_SECONDS)),
    HOST(Names::hostProblem),
    WILDCARD_HOST(Names::wildcardHostProblem),
    ADDRESS(Names::addressProblem),
    SUBNET(Names::subnetProblem),
    HOST_OR_ADDRESS(text -> Addresses.isAddress(text) ? Optional.empty() : Names.hostProblem(text)),
    WORKLOAD_ADDRESS(WorkloadAddress::problem),
    REGEX(Expressions::problem),
    GATEWAY(Names::gatewayProblem),
    OBJECT_NAME(Names::objectNameProblem),
    DNS_LABEL(
            "[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?",
            "a name: use letters, digits and `-`, at most 63"),
    LABEL_KEY(text -> Names.labelProblem(text, "")),
    LABEL_VALUE(text -> Names.labelProblem("key", text)),
    SELECTOR_KEY(Format::selectorKey),
    SELECTOR_VALUE("(?s)[^*]*", "a value to select by: wildcards are not supported in labels"),
    HEADER_NAME("[-_A-Za-z0-9]+", "the name of a header: use letters, digits, `-` and `_`"),
    VARIABLE_NAME("[-._a-zA-Z][-._a-zA-Z0-9]*", "the name of an environment variable"),
    PORT_NAME(
            "[a-zA-Z0-9]([-a-zA-Z0-9]{0,60}[a-zA-Z0-9])?",
            "a name of a port: use letters, digits and `-`, at most 62"),
    PORT_KEY(Format::portKey),
    API_GROUP(
            "([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?",
            "a group of an API"),
    KIND("[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?", "a kind: use letters, digits and `-`"),
    SHA256("([a-f0-9]{64})?", "a SHA-256 sum: write its 64 hexadecimal digits in lower case"),
    HTTP_URL("(?i)https?://[^\\s/?#]+[^\\s]*", "a URL that begins with http:// or https://"),
    IMAGE_URL(ImageUrl::problem),
    PROBE_SCHEME("(HTTP|HTTPS)?", "one of HTTP, HTTPS"),
    NAMESPACE("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "a namespace"),
    /// Of Gateway API: one of the mesh or of the internet, with `*.` for all below it.
    GATEWAY_HOSTNAME("(\\*\\.)?" + Parts.HOST, Parts.WANTED),
    PRECISE_HOSTNAME(Parts.HOST, Parts.WANTED + " without a wildcard"),
    /// What a client asks for by TLS, which is no address.
    TLS_NAME(Format::tlsName),
    /// Of Gateway API: whole numbers only, at most four parts.
    SHORT_DURATION(
            "([0-9]{1,5}(h|m|s|ms)){1,4}", "a duration; write for example 5s, 250ms or 1h30m"),
    TOKEN("[A-Za-z0-9!#$%&'*+.^_`|~-]+", "the name of a header: use letters, digits and `-`"),
    HEADER_VALUE(
            "[!-~]++([\\t ][!-~]++)*+",
            "the value of a header: use visible characters of ASCII, with single blanks between"),
    ORIGIN(
            "\\*|https?://(([*]\\.)?([a-zA-Z0-9-]+\\.)*[a-zA-Z0-9-]+|[*])(:[0-9]{1,5})?",
            "an origin: write `*`, or a scheme and a host as in https://*.example.com"),
    URL_PATH(Parts.PATH, "a path: use letters, digits and the marks that a URL has"),
    URI("[^:/?#]+://(?s:.*)", "a URI: write its scheme, `://` and the rest"),
    LISTENER_PROTOCOL(
            "[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?|" + Parts.HOST + "/[A-Za-z0-9]+",
            "a protocol: write HTTP, HTTPS, TLS, TCP, UDP, or one with its domain"),
    ADDRESS_TYPE(
            "Hostname|IPAddress|NamedAddress|" + Parts.OWNED,
            "a type of address: write IPAddress, Hostname, or one with its domain"),
    AUTHORITIES(
            "System|" + Parts.HOST + "/" + Parts.QUALIFIED,
            "a set of authorities: write System, or one with its domain"),
    QUALIFIED_KEY(
            "(?=[^/]{0,252}(/|$))(" + Parts.HOST + "/)?" + Parts.QUALIFIED,
            "a key: use letters, digits, `-`, `_` and `.`, at most 63, behind a domain or none"),
    CONTROLLER_NAME(
            Parts.OWNED,
            "the name of a controller: write a domain and a path, as in example.com/gateway"),
    /// An amount as Kubernetes writes it, which may be a bare number.
    QUANTITY(
            "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?",
            "an amount; write for example 2, 500m or 1Gi"),
    /// The same in a kind whose definition takes no number with a fraction.
    WHOLE_OR_QUANTITY(
            "[-+]?" + Parts.DECIMAL + "([eE][-+]?" + Parts.DECIMAL + "|[numkMGTPE]|[KMGTPE]i)?",
            "an amount; write for example 2, '1.5' or 500m"),
    /// A size as Prometheus writes it.
    BYTES("0|([0-9]*\\.)?[0-9]+([KMGTPE]i?)?B", "a size; write for example 50MB or 1GiB"),
    /// A whole number, or a share of it.
    COUNT_OR_PERCENT("[0-9]+%?", "a whole number or a share such as 25%"),
    PORT_OR_NAME("[-a-z0-9]{1,63}", "a port or the name of one"),
    NUMBER_OR_TEXT(_ -> Optional.empty()),
    PROXY_URL(
            "(https?|socks5)://.+",
            "the URL of a proxy: it begins with http://, https:// or socks5://"),
    PARTIAL_RESPONSE("(?i)(abort|warn)?", "one of warn, abort"),
    PROMETHEUS_DURATION(
            "(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)",
            "a duration of Prometheus; write for example 30s, 5m or 1d"),
    EXPRESSION_OF_PROMETHEUS(PromQl::problem),
    METRIC_NAME("[a-zA-Z_:][a-zA-Z0-9_:]*", "the name of a metric"),
    /// For a field that exists only to be left out.
    OWN_NAMESPACE(Format::ownNamespace);

    private final String wanted;
    private final String pattern;

    @SuppressWarnings("ImmutableEnumChecker") // each is a method without a state
    private final Function<String, Optional<String>> check;

    Format(String wanted, Function<String, Optional<String>> check) {
        this.wanted = wanted;
        this.pattern = "";
        this.check = check;
    }

    Format(Function<String, Optional<String>> check) {
        this("text", check);
    }

    /// @param name completes the sentence "this is not ..."
    Format(String pattern, String name) {
        var compiled = Pattern.compile(pattern);
        this.wanted = "text";
        this.pattern = pattern;
        this.check =
                text ->
                        text.length() <= LONGEST && compiled.matcher(text).matches()
                                ? Optional.empty()
                                : Optional.of(
                                        "`%s` is not %s."
                                                .formatted(Spelling.shortened(text), name));
    }

    /// As in "this must be a duration such as 5s".
    public String wanted() {
        return wanted;
    }

    /// What an API server is told of this syntax; empty where only the webhook knows it.
    Optional<String> pattern() {
        return switch (this) {
            case API_GROUP, KIND, SHA256, HEADER_NAME -> Optional.of(pattern);
            default -> Optional.empty();
        };
    }

    /// @return the sentence to report, or nothing when the text is well-formed
    public Optional<String> problem(String text) {
        return check.apply(text);
    }

    /// Whether a bare number is as good as text.
    boolean takesNumbers() {
        return switch (this) {
            case QUANTITY,
                    WHOLE_OR_QUANTITY,
                    NUMBER_OR_TEXT,
                    COUNT_OR_PERCENT,
                    PORT_OR_NAME,
                    EXPRESSION_OF_PROMETHEUS ->
                    true;
            default -> false;
        };
    }

    /// Whether a bare number that it takes may have a fraction.
    boolean takesFractions() {
        return this == QUANTITY;
    }

    /// The code of that sentence.
    String code() {
        return switch (this) {
            case PORT_KEY -> Codes.OUT_OF_RANGE;
            case OWN_NAMESPACE -> Codes.CONTRADICTION;
            default -> Codes.MALFORMED;
        };
    }

    /// No pattern here is meant for more characters.
    private static final int LONGEST = 4096;

    /// Of the patterns above.
    private static final class Parts {
        static final String HOST =
                "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
        static final String WANTED = "a host name: use lower-case letters, digits, `-` and `.`";
        static final String PATH = "(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]++|%[0-9a-fA-F]{2})++";
        static final String OWNED = HOST + "/[-A-Za-z0-9/._~%!$&'()*+,;=:]+";
        static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]";
        static final String DECIMAL = "([0-9]+(\\.[0-9]*)?|\\.[0-9]+)";
    }

    private static Function<String, Optional<String>> duration(Durations rule) {
        return text ->
                rule.parse(text) instanceof Durations.Parsed.Bad(var reason)
                        ? Optional.of(reason)
                        : Optional.empty();
    }

    private static Optional<String> tlsName(String text) {
        return Addresses.isAddress(text)
                ? Optional.of("`%s` is an address; a client asks by name here.".formatted(text))
                : GATEWAY_HOSTNAME.problem(text);
    }

    private static Optional<String> selectorKey(String key) {
        if (key.isEmpty()) {
            return Optional.of("A label key must not be empty.");
        }
        return key.contains("*")
                ? Optional.of(
                        "`%s`: wildcards are not supported in label keys."
                                .formatted(Spelling.shortened(key)))
                : Names.labelProblem(key, "");
    }

    private static Optional<String> portKey(String text) {
        return Names.isPort(text)
                ? Optional.empty()
                : Optional.of(
                        "`%s` is not a port from 1 to 65535.".formatted(Spelling.shortened(text)));
    }

    private static Optional<String> ownNamespace(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "A target lies in the policy's own namespace; leave `namespace` out.");
    }
}
