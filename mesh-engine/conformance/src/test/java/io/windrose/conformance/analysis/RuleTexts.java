package io.windrose.conformance.analysis;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.kernel.Selector;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of a mesh's policies as they are written, by the names that they have in proxies.
final class RuleTexts {
    private static final Pattern NAME =
            Pattern.compile("ns\\[(.*)]-policy\\[(.*)]-rule\\[([0-9]+)]");

    private final Mesh mesh;
    private final Map<String, String> known = new HashMap<>();

    RuleTexts(Mesh mesh) {
        this.mesh = mesh;
    }

    /// Where it stands, such as `AuthorizationPolicy shop/p0 spec.rules[1]`.
    static String place(String name) {
        var parts = parts(name);
        return "%s spec.rules[%s]".formatted(policy(parts), parts.group(3));
    }

    static boolean isOfAllNamespaces(String name) {
        return parts(name).group(1).equals("istio-system");
    }

    /// The proxies know no tokens, so that what is said of these is not seen in them.
    boolean asksForTokens(String name) {
        return text(name).contains("equestPrincipals") || text(name).contains("request.auth");
    }

    /// Whether a RequestAuthentication selects the Pod.
    boolean areTokensVerified(Guard guard) {
        return mesh.all(Kinds.REQUEST_AUTHENTICATION).stream()
                .map(one -> Selector.of(one.spec().words("selector", "matchLabels")))
                .anyMatch(guard::isSelected);
    }

    /// Whether it speaks of a namespace that is not there, from which no call comes.
    boolean isOfGhosts(String name) {
        return text(name).contains("ghost");
    }

    /// Whether it stands for a policy that has no rules.
    boolean isNothing(String name) {
        return text(name).isEmpty();
    }

    private String text(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private String find(String name) {
        var parts = parts(name);
        int index = Integer.parseInt(parts.group(3));
        var rules = mesh.find(policy(parts)).orElseThrow().spec().items("rules");
        return index < rules.size() ? rules.get(index).copy().toString() : "";
    }

    private static String policy(Matcher parts) {
        return "AuthorizationPolicy %s/%s".formatted(parts.group(1), parts.group(2));
    }

    private static Matcher parts(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new AssertionError(name);
        }
        return parts;
    }
}
