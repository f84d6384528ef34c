package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// From the head of a request to what becomes of it.
///
/// Domains: exact, then the longest `*suffix`, then the longest `prefix*`, then `*`; the stars
/// stand for at least one character. Immutable; two tables are equal only if they are the same.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `RouteMatcher::findVirtualHost`
public final class RouteTable {
    private static final Decision NO_ROUTE = new Decision.NoRoute();

    private final String name;
    private final List<VirtualHost> hosts;
    private final boolean ignorePort;
    private final Map<String, VirtualHost> exact = new HashMap<>();
    private final NavigableMap<Integer, Map<String, VirtualHost>> suffixes = longestFirst();
    private final NavigableMap<Integer, Map<String, VirtualHost>> prefixes = longestFirst();
    private @Nullable VirtualHost any;

    /// @param ignorePort whether a port in the authority is left out of the comparison
    /// @throws IllegalArgumentException if a domain occurs twice
    public RouteTable(String name, List<VirtualHost> hosts, boolean ignorePort) {
        this.name = name;
        this.hosts = List.copyOf(hosts);
        this.ignorePort = ignorePort;
        for (var host : hosts) {
            for (var domain : host.domains()) {
                if (add(domain, host) != null) {
                    throw new IllegalArgumentException("the domain '" + domain + "' occurs twice");
                }
            }
        }
    }

    public String name() {
        return name;
    }

    /// In the order of the configuration.
    public List<VirtualHost> hosts() {
        return hosts;
    }

    /// The same head gets the same decision each time it asks.
    public Decision route(RequestHead head) {
        var host = find(head.authority());
        return host == null ? NO_ROUTE : host.route(head);
    }

    private @Nullable VirtualHost find(String authority) {
        if (exact.isEmpty() && suffixes.isEmpty() && prefixes.isEmpty()) {
            return any;
        }
        var host = Authority.normal(authority, ignorePort);
        var found = exact.get(host);
        if (found != null) {
            return found;
        }
        for (var level : suffixes.entrySet()) {
            int length = level.getKey();
            if (length < host.length()) {
                found = level.getValue().get(host.substring(host.length() - length));
                if (found != null) {
                    return found;
                }
            }
        }
        for (var level : prefixes.entrySet()) {
            int length = level.getKey();
            if (length < host.length()) {
                found = level.getValue().get(host.substring(0, length));
                if (found != null) {
                    return found;
                }
            }
        }
        return any;
    }

    /// @return the host that had the domain before; null if none had
    private @Nullable VirtualHost add(String domain, VirtualHost host) {
        if (domain.equals("*")) {
            var before = any;
            any = host;
            return before;
        }
        if (domain.startsWith("*")) {
            return level(suffixes, domain.length() - 1).put(domain.substring(1), host);
        }
        if (domain.endsWith("*")) {
            return level(prefixes, domain.length() - 1)
                    .put(domain.substring(0, domain.length() - 1), host);
        }
        return exact.put(domain, host);
    }

    private static Map<String, VirtualHost> level(
            NavigableMap<Integer, Map<String, VirtualHost>> levels, int length) {
        return levels.computeIfAbsent(length, _ -> new HashMap<>());
    }

    private static NavigableMap<Integer, Map<String, VirtualHost>> longestFirst() {
        return new TreeMap<Integer, Map<String, VirtualHost>>().descendingMap();
    }
}
