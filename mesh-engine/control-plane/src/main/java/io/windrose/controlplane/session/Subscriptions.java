package io.windrose.controlplane.session;

import io.windrose.translate.XdsType;
import java.util.HashSet;
import java.util.Set;

/// The names of one type that a proxy wants.
///
/// - `*` stands for all of them. So does a first request without names, for the types that are
///   asked for as a whole (clusters, listeners and the name table).
/// - In the delta form a later request without names changes nothing; to want nothing, `*` is
///   unsubscribed.
/// - In the state of the world an empty list means nothing once names were given.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-docs/xds_protocol#how-the-client-specifies-what-resources-to-return">xDS
///   protocol</a>
final class Subscriptions {
    private static final String ALL = "*";

    private final boolean wildcardAtFirst;
    private final Set<String> names = new HashSet<>();
    private boolean wildcard;
    private boolean begun;

    Subscriptions(XdsType type) {
        wildcardAtFirst = asksForAll(type);
    }

    static boolean asksForAll(XdsType type) {
        return switch (type) {
            case CDS, LDS, NDS -> true;
            case EDS, RDS, SDS, ECDS -> false;
        };
    }

    /// @return the names to be answered now, whatever was sent before: new ones, repeated ones, and
    ///   those that were given up by name while `*` still covers them
    Set<String> change(Set<String> subscribe, Set<String> unsubscribe) {
        if (!begun && subscribe.isEmpty()) {
            wildcard = wildcardAtFirst;
        }
        begun = true;
        var asked = new HashSet<String>();
        for (var name : subscribe) {
            if (name.equals(ALL)) {
                wildcard = true;
            } else {
                names.add(name);
                asked.add(name);
            }
        }
        if (unsubscribe.contains(ALL)) {
            wildcard = false;
        }
        for (var name : unsubscribe) {
            if (names.remove(name) && wildcard) {
                asked.add(name);
            } else {
                asked.remove(name);
            }
        }
        return asked;
    }

    /// @return the names that were not wanted before
    Set<String> replace(Set<String> wanted) {
        boolean stillAll = begun ? wildcard && names.isEmpty() : wildcardAtFirst;
        wildcard = wanted.contains(ALL) || (wanted.isEmpty() && stillAll);
        begun = true;
        var added = new HashSet<>(wanted);
        added.remove(ALL);
        added.removeAll(names);
        names.retainAll(wanted);
        names.addAll(added);
        return added;
    }

    boolean isWildcard() {
        return wildcard;
    }

    boolean covers(String name) {
        return wildcard || names.contains(name);
    }

    /// Without `*`.
    Set<String> names() {
        return names;
    }
}
