package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;

/// Where a redirect points. Empty texts keep what the request has.
///
/// @param port with its colon, e.g. `:8443`
/// @param path in place of the whole path; with a query of its own it also replaces that
/// @param rewrite of the path when `path` is empty
/// @param stripQuery whether the request's query is left out
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `RouteEntryImplBase::newUri`
public record RedirectTarget(
        String scheme,
        String host,
        String port,
        String path,
        PathRewrite rewrite,
        boolean stripQuery) {

    /// The same place over TLS.
    public static final RedirectTarget HTTPS =
            new RedirectTarget("https", "", "", "", new PathRewrite.Unchanged(), false);

    String location(RequestHead head) {
        var newScheme = scheme.isEmpty() ? head.scheme() : scheme;
        var newHost = host.isEmpty() ? requestHost(head, newScheme) : host;
        return newScheme + "://" + newHost + port + newPath(head);
    }

    private String newPath(RequestHead head) {
        if (path.indexOf('?') >= 0) {
            return path;
        }
        var whole =
                path.isEmpty()
                        ? rewrite.path(head)
                        : path + head.path().substring(head.pathLength());
        int query = whole.indexOf('?');
        return stripQuery && query >= 0 ? whole.substring(0, query) : whole;
    }

    /// The host that was asked for, without a port that no longer fits.
    private String requestHost(RequestHead head, String newScheme) {
        var authority = head.authority();
        int colon = Authority.portStart(authority);
        if (colon < 0) {
            return authority;
        }
        boolean remove = !port.isEmpty();
        if (!newScheme.equals(head.scheme())) {
            var asked = authority.substring(colon);
            remove |= head.scheme().equals("https") && asked.equals(":443");
            remove |= head.scheme().equals("http") && asked.equals(":80");
        }
        return remove ? authority.substring(0, colon) : authority;
    }
}
