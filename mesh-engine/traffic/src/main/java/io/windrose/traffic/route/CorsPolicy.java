package io.windrose.traffic.route;

import io.windrose.traffic.header.HeaderEditor;
import io.windrose.traffic.match.RequestHead;
import io.windrose.traffic.match.StringMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which web pages of other origins may call, and what they may see.
///
/// Empty texts mean that the header in question is not sent.
///
/// @param enforced false when the policy is switched off or only observed
/// @param maxAge in seconds, as text
/// @param forwardUnknownPreflights a preflight from an origin that is not listed goes on to the
///   application instead of being answered here without headers
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter">Envoy's
///   CORS filter</a>
public record CorsPolicy(
        boolean enforced,
        List<StringMatch> origins,
        String allowMethods,
        String allowHeaders,
        String exposeHeaders,
        String maxAge,
        boolean allowCredentials,
        boolean forwardUnknownPreflights) {

    /// What becomes of a request in the hands of a policy.
    public enum Step {
        /// The policy has nothing to say.
        PASS,
        /// The request goes on, and [#expose] is due on its response.
        PASS_AND_EXPOSE,
        /// Answer 200 at once, with the headers of [#answerPreflight].
        ANSWER_PREFLIGHT,
        /// Answer 200 at once, without headers.
        ANSWER_BARE
    }

    public CorsPolicy {
        origins = List.copyOf(origins);
    }

    public Step step(RequestHead head) {
        var origin = head.header("origin");
        if (!enforced || origin == null || origin.isEmpty()) {
            return Step.PASS;
        }
        if (isPreflight(head)) {
            if (allows(origin)) {
                return Step.ANSWER_PREFLIGHT;
            }
            return forwardUnknownPreflights ? Step.PASS : Step.ANSWER_BARE;
        }
        return allows(origin) ? Step.PASS_AND_EXPOSE : Step.PASS;
    }

    public void answerPreflight(String origin, HeaderEditor response) {
        response.set("access-control-allow-origin", origin);
        setUnlessEmpty(response, "access-control-allow-methods", allowMethods);
        setUnlessEmpty(response, "access-control-allow-headers", allowHeaders);
        setUnlessEmpty(response, "access-control-max-age", maxAge);
        setUnlessEmpty(response, "access-control-allow-credentials", credentials());
    }

    public void expose(String origin, HeaderEditor response) {
        response.set("access-control-allow-origin", origin);
        setUnlessEmpty(response, "access-control-allow-credentials", credentials());
        setUnlessEmpty(response, "access-control-expose-headers", exposeHeaders);
    }

    private boolean allows(String origin) {
        return origins.stream().anyMatch(match -> isStar(match) || match.matches(origin));
    }

    private String credentials() {
        return allowCredentials ? "true" : "";
    }

    private static boolean isPreflight(RequestHead head) {
        @Nullable String asked = head.header("access-control-request-method");
        return head.method().equals("OPTIONS") && asked != null && !asked.isEmpty();
    }

    private static boolean isStar(StringMatch match) {
        return match instanceof StringMatch.Exact(var value, _) && value.equals("*");
    }

    private static void setUnlessEmpty(HeaderEditor headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.set(name, value);
        }
    }
}
