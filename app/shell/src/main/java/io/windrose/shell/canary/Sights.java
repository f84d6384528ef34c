package io.windrose.shell.canary;

import io.windrose.controlplane.session.Rejection;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.rollout.Sight;
import io.windrose.session.rollout.Sight.ProxySight;
import io.windrose.workspace.session.MeshView;
import java.time.Instant;

/// What the control plane knows of a route and who follows it.
final class Sights {
    private Sights() {}

    /// Proxies acknowledge the number of the configuration, which is the one that has the split; a
    /// mesh of an older one may stand beside it for a moment.
    static Sight of(MeshView mesh, ShiftableRoute route, Instant now) {
        return new Sight(
                now,
                route.split(),
                mesh.config().version(),
                mesh.sync().map(sync -> sync.proxies().stream().map(Sights::proxy).toList()));
    }

    private static ProxySight proxy(ProxyStatus proxy) {
        var rejection =
                proxy.session().types().values().stream()
                        .flatMap(type -> type.rejection().stream())
                        .map(Rejection::reason)
                        .findFirst()
                        .orElse("");
        return new ProxySight(proxy.name(), proxy.session().acknowledged(), rejection);
    }
}
