package io.windrose.proxy.exchange;

import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connection manager's filters sorted into the places where a request meets them, found out once
/// per configuration.
///
/// @param rbac in order
/// @param fault the filter's own plan, which a route may replace; null without that filter
/// @param alpn null when nobody chooses ALPN names by request
public record HttpPlan(
        HttpConnection manager,
        HttpFilter.@Nullable PeerMetadata peerMetadata,
        List<HttpFilter.Rbac> rbac,
        @Nullable FaultPlan fault,
        boolean cors,
        HttpFilter.@Nullable Alpn alpn,
        boolean envoyHeaders) {

    public static HttpPlan of(HttpConnection manager) {
        HttpFilter.PeerMetadata peerMetadata = null;
        var rbac = new ArrayList<HttpFilter.Rbac>();
        FaultPlan fault = null;
        boolean cors = false;
        HttpFilter.Alpn alpn = null;
        boolean envoyHeaders = true;
        for (var filter : manager.filters()) {
            switch (filter) {
                case HttpFilter.PeerMetadata found -> peerMetadata = found;
                case HttpFilter.Rbac found -> rbac.add(found);
                case HttpFilter.Fault(var plan) -> fault = plan;
                case HttpFilter.Cors _ -> cors = true;
                case HttpFilter.Alpn found -> alpn = found;
                case HttpFilter.Router(var suppress) -> envoyHeaders = !suppress;
                case HttpFilter.GrpcStats _, HttpFilter.IstioStats _ -> {} // read from Done
            }
        }
        return new HttpPlan(
                manager, peerMetadata, List.copyOf(rbac), fault, cors, alpn, envoyHeaders);
    }
}
