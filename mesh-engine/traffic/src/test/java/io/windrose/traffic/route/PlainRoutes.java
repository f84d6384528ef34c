package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Routing as one would explain it: rank every domain, then walk the routes.
final class PlainRoutes {

    private PlainRoutes() {}

    static Decision route(List<VirtualHost> hosts, boolean ignorePort, RequestHead head) {
        var authority = head.authority().toLowerCase(Locale.ROOT);
        var host = ignorePort ? authority.replaceFirst(":[0-9]+$", "") : authority;
        return hosts.stream()
                .filter(candidate -> rank(domain(candidate), host) > 0)
                .max(Comparator.comparingInt(candidate -> rank(domain(candidate), host)))
                .map(found -> walk(found, head))
                .orElse(new Decision.NoRoute());
    }

    private static Decision walk(VirtualHost host, RequestHead head) {
        for (var route : host.routes()) {
            if (matches(route.match().path(), head.path().replaceFirst("\\?.*$", ""))
                    && route.outcome() instanceof Route.Always(var decision)) {
                return decision;
            }
        }
        return new Decision.NoRoute();
    }

    private static boolean matches(PathMatch match, String path) {
        return switch (match) {
            case PathMatch.Exact(var text, var ignoreCase) ->
                    fold(path, ignoreCase).equals(fold(text, ignoreCase));
            case PathMatch.Prefix(var text, var ignoreCase) ->
                    fold(path, ignoreCase).startsWith(fold(text, ignoreCase));
            case PathMatch.Segments(var text, var ignoreCase) ->
                    fold(path, ignoreCase).equals(fold(text, ignoreCase))
                            || fold(path, ignoreCase).startsWith(fold(text, ignoreCase) + "/");
            case PathMatch.Regex(var pattern) -> pattern.matches(path);
        };
    }

    private static String fold(String text, boolean ignoreCase) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    /// Exact beats suffix beats prefix beats all; longer beats shorter; 0 for no match.
    private static int rank(String domain, String host) {
        if (domain.equals("*")) {
            return 1;
        }
        if (domain.equals(host)) {
            return 3_000;
        }
        boolean longer = host.length() > domain.length() - 1;
        if (domain.startsWith("*")) {
            return longer && host.endsWith(domain.substring(1)) ? 2_000 + domain.length() : 0;
        }
        return domain.endsWith("*")
                        && longer
                        && host.startsWith(domain.substring(0, domain.length() - 1))
                ? 1_000 + domain.length()
                : 0;
    }

    private static String domain(VirtualHost host) {
        return host.domains().getFirst();
    }
}
