package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Principal;
import java.util.List;

/// Boolean terms about who asks.
final class Principals {
    static final Principal ANY = Principal.newBuilder().setAny(true).build();

    private Principals() {}

    /// No term puts no requirement.
    static Principal all(List<Principal> terms) {
        return Principal.newBuilder()
                .setAndIds(set(terms.isEmpty() ? List.of(ANY) : terms))
                .build();
    }

    static Principal anyOf(List<Principal> terms) {
        return Principal.newBuilder().setOrIds(set(terms)).build();
    }

    static Principal not(Principal term) {
        return Principal.newBuilder().setNotId(term).build();
    }

    private static Principal.Set set(List<Principal> terms) {
        return Principal.Set.newBuilder().addAllIds(terms).build();
    }
}
