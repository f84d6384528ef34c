package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction.RedirectResponseCode;
import io.windrose.config.resource.HttpAction.Redirect;
import io.windrose.config.resource.HttpAction.RedirectPort;

/// Redirects in Envoy's words.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `ApplyRedirect`
final class Redirects {
    private Redirects() {}

    /// @param port of the listener, which is what "the request's port" means
    /// @param tls whether requests come in over TLS
    static RedirectAction of(Redirect redirect, int port, boolean tls) {
        var out = RedirectAction.newBuilder().setHostRedirect(redirect.authority());
        if (redirect.prefixRewrite().isEmpty()) {
            out.setPathRedirect(redirect.uri());
        } else {
            out.setPrefixRewrite(redirect.prefixRewrite());
        }
        if (!redirect.scheme().isEmpty()) {
            out.setSchemeRedirect(redirect.scheme());
        }
        var scheme = redirect.scheme().isEmpty() ? (tls ? "https" : "http") : redirect.scheme();
        redirect.port()
                .map(asked -> number(asked, port))
                .filter(number -> number != defaultPort(scheme))
                .ifPresent(out::setPortRedirect);
        return out.setResponseCode(code(redirect.code())).build();
    }

    /// 0 leaves the port to the scheme, which is what Envoy does by itself.
    private static int number(RedirectPort asked, int portOfRequest) {
        return switch (asked) {
            case RedirectPort.Numbered(var number) -> number;
            case RedirectPort.ProtocolDefault() -> 0;
            case RedirectPort.OfRequest() -> portOfRequest;
        };
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static RedirectResponseCode code(int status) {
        return switch (status) {
            case 302 -> RedirectResponseCode.FOUND;
            case 303 -> RedirectResponseCode.SEE_OTHER;
            case 307 -> RedirectResponseCode.TEMPORARY_REDIRECT;
            case 308 -> RedirectResponseCode.PERMANENT_REDIRECT;
            default -> RedirectResponseCode.MOVED_PERMANENTLY;
        };
    }
}
