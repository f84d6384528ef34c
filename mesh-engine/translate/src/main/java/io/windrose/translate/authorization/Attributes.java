package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.Principal.Authenticated;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.PathMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.windrose.translate.authorization.Attribute.OfCaller;
import io.windrose.translate.authorization.Attribute.OfOperation;
import io.windrose.translate.wire.Packed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The attributes by the keys of `when`, and by three keys of our own for what only `to` can ask.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/security/conditions/">Istio's
///   conditions</a> and `pilot/pkg/security/authz/model/generator.go`
final class Attributes {
    static final String HOST = "request.host";
    static final String METHOD = "request.method";
    static final String PATH = "request.path";

    private static final int MAX_PORT = 65_535;
    private static final Pattern HEADER = Pattern.compile("request\\.headers\\[(.+)]");
    private static final Pattern CLAIM =
            Pattern.compile("request\\.auth\\.claims((?:\\[[^\\]]+])+)");
    private static final Pattern FILTER_STATE =
            Pattern.compile("experimental\\.(envoy\\.filters\\.[^\\[]+)\\[([^\\]]+)]");

    private final String namespace;
    private final TrustDomains trustDomains;

    /// @param namespace of the policy, which completes service accounts
    Attributes(String namespace, TrustDomains trustDomains) {
        this.namespace = namespace;
        this.trustDomains = trustDomains;
    }

    /// Empty for what Istio does not know either.
    Optional<Attribute> named(String key) {
        return switch (key) {
            case HOST -> operation(true, Attributes::isText, Attributes::host);
            case METHOD -> operation(true, Attributes::isText, value -> header(":method", value));
            case PATH -> operation(true, Attributes::isText, Attributes::path);
            case "destination.port" ->
                    operation(
                            false,
                            Attributes::isPort,
                            port -> permission().setDestinationPort(number(port)));
            case "destination.ip" ->
                    operation(
                            false,
                            Attributes::isBlock,
                            block -> permission().setDestinationIp(cidr(block)));
            case "connection.sni" ->
                    operation(
                            false,
                            Attributes::isText,
                            value ->
                                    permission()
                                            .setRequestedServerName(TextPattern.matcher(value)));
            case "source.principal" -> caller(false, Attributes::isText, this::identities);
            case "source.namespace" ->
                    caller(false, Attributes::isText, value -> List.of(ofNamespace(value)));
            case "source.serviceAccount" ->
                    caller(false, Attributes::isText, value -> List.of(ofAccount(value)));
            case "source.trustDomain" -> caller(false, Attributes::isText, this::ofTrustDomain);
            case "source.ip" ->
                    caller(
                            false,
                            Attributes::isBlock,
                            block -> List.of(principal().setDirectRemoteIp(cidr(block)).build()));
            case "remote.ip" ->
                    caller(
                            false,
                            Attributes::isBlock,
                            block -> List.of(principal().setRemoteIp(cidr(block)).build()));
            case "request.auth.principal" ->
                    caller(true, Attributes::isText, value -> List.of(TokenTerms.principal(value)));
            case "request.auth.audiences" ->
                    caller(
                            true,
                            Attributes::isText,
                            value -> List.of(TokenTerms.text("aud", value)));
            case "request.auth.presenter" ->
                    caller(
                            true,
                            Attributes::isText,
                            value -> List.of(TokenTerms.text("azp", value)));
            default -> patterned(key);
        };
    }

    private static Optional<Attribute> patterned(String key) {
        var header = HEADER.matcher(key);
        if (header.matches()) {
            var name = header.group(1);
            return caller(
                    true,
                    Attributes::isText,
                    value -> List.of(principal().setHeader(headerMatcher(name, value)).build()));
        }
        var claim = CLAIM.matcher(key);
        if (claim.matches()) {
            var path = claim.group(1);
            var claims = List.of(path.substring(1, path.length() - 1).split("]\\[", -1));
            return caller(true, Attributes::isText, value -> TokenTerms.claim(claims, value));
        }
        var state = FILTER_STATE.matcher(key);
        if (state.matches()) {
            return operation(
                    false,
                    Attributes::isText,
                    value ->
                            TokenTerms.asked(
                                    TokenTerms.metadata(
                                            state.group(1),
                                            List.of(state.group(2)),
                                            TokenTerms.value(value))));
        }
        return Optional.empty();
    }

    private static Optional<Attribute> operation(
            boolean onlyOfRequests,
            Predicate<String> form,
            Function<String, Permission.Builder> term) {
        return Optional.of(
                new OfOperation(onlyOfRequests, form, value -> term.apply(value).build()));
    }

    private static Optional<Attribute> caller(
            boolean onlyOfRequests,
            Predicate<String> form,
            Function<String, List<Principal>> alternatives) {
        return Optional.of(new OfCaller(onlyOfRequests, form, alternatives));
    }

    private static boolean isText(String value) {
        return !value.isEmpty();
    }

    private static boolean isPort(String value) {
        return value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= MAX_PORT;
    }

    private static boolean isBlock(String value) {
        return Cidr.parse(value).isPresent();
    }

    private static Permission.Builder permission() {
        return Permission.newBuilder();
    }

    private static Principal.Builder principal() {
        return Principal.newBuilder();
    }

    private static int number(String port) {
        return Integer.parseInt(port);
    }

    private static CidrRange cidr(String block) {
        return Cidr.parse(block).orElseThrow();
    }

    private static Permission.Builder host(String value) {
        var matcher = headerMatcher(":authority", value).toBuilder();
        if (matcher.hasStringMatch()) {
            matcher.getStringMatchBuilder().setIgnoreCase(true);
        }
        return permission().setHeader(matcher);
    }

    private static Permission.Builder header(String name, String value) {
        return permission().setHeader(headerMatcher(name, value));
    }

    private static HeaderMatcher headerMatcher(String name, String value) {
        var matcher = HeaderMatcher.newBuilder().setName(name);
        return value.equals("*")
                ? matcher.setPresentMatch(true).build()
                : matcher.setStringMatch(TextPattern.matcher(value)).build();
    }

    private static Permission.Builder path(String value) {
        if (!value.contains("{*}") && !value.contains("{**}")) {
            return permission()
                    .setUrlPath(PathMatcher.newBuilder().setPath(TextPattern.matcher(value)));
        }
        var template = value.replace("{**}", "**").replace("{*}", "*");
        return permission()
                .setUriTemplate(
                        TypedExtensionConfig.newBuilder()
                                .setName("uri-template")
                                .setTypedConfig(
                                        Packed.any(
                                                UriTemplateMatchConfig.newBuilder()
                                                        .setPathTemplate(template)
                                                        .build())));
    }

    private List<Principal> identities(String value) {
        return trustDomains.aliases(value).stream()
                .map(alias -> authenticated(TextPattern.matcher("spiffe://", alias)))
                .toList();
    }

    private static Principal ofNamespace(String value) {
        return authenticated(TextPattern.regex(".*/ns/" + TextPattern.quote(value) + "/.*"));
    }

    private Principal ofAccount(String value) {
        int slash = value.indexOf('/');
        var where = slash < 0 ? namespace : value.substring(0, slash);
        var account = slash < 0 ? value : value.substring(slash + 1);
        return authenticated(
                TextPattern.regex(
                        "spiffe://.+/ns/%s/(.+/|)sa/%s(/.+)?"
                                .formatted(TextPattern.quote(where), TextPattern.quote(account))));
    }

    private List<Principal> ofTrustDomain(String value) {
        return trustDomains.aliases(value + "/ns/*/sa/*").stream()
                .map(alias -> alias.substring(0, alias.indexOf('/')))
                .map(domain ->
                        authenticated(
                                TextPattern.regex("spiffe://" + TextPattern.quote(domain) + "/.*")))
                .toList();
    }

    private static Principal authenticated(StringMatcher name) {
        return principal()
                .setAuthenticated(Authenticated.newBuilder().setPrincipalName(name))
                .build();
    }
}
