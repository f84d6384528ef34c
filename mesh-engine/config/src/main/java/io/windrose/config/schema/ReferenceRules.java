package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.util.List;

/// How objects of Gateway API refer to others.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class ReferenceRules {
    private static final String GROUP = "gateway.networking.k8s.io";

    private ReferenceRules() {}

    /// Whom a reference means, and which part of it.
    private record Target(List<String> whole, List<String> parts, Site site) {}

    static void parents(Site route) {
        partsDiffer(
                route.sections("parentRefs").stream()
                        .map(one ->
                                new Target(
                                        List.of(
                                                one.text("group", GROUP),
                                                one.text("kind", "Gateway"),
                                                one.text("namespace"),
                                                one.text("name")),
                                        List.of(one.text("sectionName"), one.text("port")),
                                        one))
                        .toList(),
                "`sectionName` or `port`");
    }

    static void targets(Site policy) {
        partsDiffer(
                policy.sections("targetRefs").stream()
                        .map(one ->
                                new Target(
                                        List.of(
                                                one.text("group"),
                                                one.text("kind"),
                                                one.text("name")),
                                        List.of(one.text("sectionName")),
                                        one))
                        .toList(),
                "`sectionName`");
    }

    /// Two that mean the same whole name different parts of it in the same way.
    private static void partsDiffer(List<Target> targets, String names) {
        for (int i = 1; i < targets.size(); i++) {
            var target = targets.get(i);
            var clash =
                    targets.subList(0, i).stream()
                            .filter(other -> other.whole.equals(target.whole))
                            .anyMatch(other ->
                                    other.parts.equals(target.parts)
                                            || !named(other).equals(named(target)));
            if (clash) {
                target.site.error(
                        Codes.REPEATED,
                        "This is referred to already; each time needs its own %s."
                                .formatted(names));
            }
        }
    }

    private static List<Boolean> named(Target target) {
        return target.parts.stream().map(String::isEmpty).toList();
    }

    static void backend(Site backend) {
        boolean service =
                backend.text("group").isEmpty()
                        && (!backend.has("kind") || backend.text("kind").equals("Service"));
        if (service && !backend.has("port")) {
            backend.error(Codes.MISSING, "port", "A Service is referred to with its `port`.");
        }
    }
}
