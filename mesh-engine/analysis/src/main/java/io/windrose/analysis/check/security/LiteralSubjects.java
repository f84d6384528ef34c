package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Token owners that are written like a role, where the subject of one token stands.
final class LiteralSubjects implements ObjectCheck {
    private static final Set<String> ROLES =
            Set.of(
                    "admin",
                    "admins",
                    "all",
                    "any",
                    "anyone",
                    "authenticated",
                    "client",
                    "clients",
                    "customer",
                    "customers",
                    "editor",
                    "everyone",
                    "guest",
                    "member",
                    "members",
                    "operator",
                    "reader",
                    "role",
                    "service",
                    "user",
                    "users",
                    "viewer",
                    "writer");

    @Override
    public Set<String> codes() {
        return Set.of("WR0110");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        for (var source : PolicyNodes.sources(policy)) {
            source.items("requestPrincipals").forEach(one -> check(one).ifPresent(found));
        }
    }

    private static Optional<Finding> check(Node one) {
        int slash = one.text().lastIndexOf('/');
        var subject = one.text().substring(slash + 1);
        if (slash < 1
                || one.text().contains("*")
                || !ROLES.contains(subject.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var issuer = one.text().substring(0, slash);
        return Optional.of(
                Finding.of(
                                "WR0110",
                                one,
                                "Only the token whose subject is literally `%s` matches; `%s/*`"
                                                .formatted(subject, issuer)
                                        + " would be every token of this issuer.")
                        .with(SourceNamespaces.change(one, issuer + "/*")));
    }
}
