package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import java.util.List;

/// Boolean terms about what is asked for.
final class Permissions {
    static final Permission ANY = Permission.newBuilder().setAny(true).build();

    private Permissions() {}

    /// No term puts no requirement.
    static Permission all(List<Permission> terms) {
        return Permission.newBuilder()
                .setAndRules(set(terms.isEmpty() ? List.of(ANY) : terms))
                .build();
    }

    static Permission anyOf(List<Permission> terms) {
        return Permission.newBuilder().setOrRules(set(terms)).build();
    }

    static Permission not(Permission term) {
        return Permission.newBuilder().setNotRule(term).build();
    }

    private static Permission.Set set(List<Permission> terms) {
        return Permission.Set.newBuilder().addAllRules(terms).build();
    }
}
