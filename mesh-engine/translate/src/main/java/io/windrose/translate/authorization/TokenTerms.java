package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.type.matcher.v3.ListMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.util.ArrayList;
import java.util.List;

/// Terms about the token of the end user, which the JWT filter leaves as metadata.
final class TokenTerms {
    private static final String JWT_FILTER = "envoy.filters.http.jwt_authn";
    private static final String PAYLOAD = "payload";

    private TokenTerms() {}

    /// @param pattern `issuer/subject`; without a slash it is about the whole of the two
    static Principal principal(String pattern) {
        int slash = pattern.indexOf('/');
        if (slash >= 0) {
            return both(pattern.substring(0, slash), pattern.substring(slash + 1));
        }
        if (pattern.equals("*")) {
            return both("*", "*");
        }
        if (pattern.startsWith("*")) {
            return both("*", pattern);
        }
        return pattern.endsWith("*") ? both(pattern, "*") : both(pattern, "");
    }

    private static Principal both(String issuer, String subject) {
        return Principal.newBuilder()
                .setAndIds(
                        Principal.Set.newBuilder()
                                .addIds(text("iss", issuer))
                                .addIds(text("sub", subject)))
                .build();
    }

    static Principal text(String claim, String pattern) {
        return of(List.of(claim), value(pattern));
    }

    /// A claim is a text or a list of texts, one of which suffices.
    static List<Principal> claim(List<String> path, String pattern) {
        var oneOf =
                ValueMatcher.newBuilder()
                        .setListMatch(ListMatcher.newBuilder().setOneOf(value(pattern)))
                        .build();
        return List.of(of(path, value(pattern)), of(path, oneOf));
    }

    private static Principal of(List<String> claims, ValueMatcher value) {
        var path = new ArrayList<String>();
        path.add(PAYLOAD);
        path.addAll(claims);
        return known(metadata(JWT_FILTER, path, value));
    }

    @SuppressWarnings("deprecation") // Istio still sends this field, and every Envoy reads it
    private static Principal known(MetadataMatcher metadata) {
        return Principal.newBuilder().setMetadata(metadata).build();
    }

    @SuppressWarnings("deprecation") // as above
    static Permission.Builder asked(MetadataMatcher metadata) {
        return Permission.newBuilder().setMetadata(metadata);
    }

    static ValueMatcher value(String pattern) {
        return ValueMatcher.newBuilder().setStringMatch(TextPattern.matcher(pattern)).build();
    }

    static MetadataMatcher metadata(String filter, List<String> path, ValueMatcher value) {
        var matcher = MetadataMatcher.newBuilder().setFilter(filter).setValue(value);
        for (var key : path) {
            matcher.addPath(MetadataMatcher.PathSegment.newBuilder().setKey(key));
        }
        return matcher.build();
    }
}
