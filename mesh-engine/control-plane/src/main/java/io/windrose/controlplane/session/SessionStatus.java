package io.windrose.controlplane.session;

import io.windrose.translate.XdsType;
import java.util.Map;

/// How far a proxy has followed.
///
/// @param offered version of the newest mesh that was translated for it; -1 before the first
/// @param acknowledged version of the newest mesh of which it accepted everything that concerns it;
///   -1 before the first
/// @param types those it subscribed to
public record SessionStatus(long offered, long acknowledged, Map<XdsType, TypeStatus> types) {
    public static final SessionStatus NEW = new SessionStatus(-1, -1, Map.of());

    public SessionStatus {
        types = Map.copyOf(types);
    }
}
