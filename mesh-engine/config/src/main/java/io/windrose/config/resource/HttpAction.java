package io.windrose.config.resource;

import io.windrose.kernel.NamespacedName;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a route does with the requests that match it.
public sealed interface HttpAction {

    /// @param to never empty
    record Forward(List<WeightedDestination> to) implements HttpAction {
        public Forward {
            to = List.copyOf(to);
        }
    }

    /// @param uri the new path; empty keeps it. Not together with `prefixRewrite`
    /// @param prefixRewrite replaces the matched prefix; empty keeps it
    /// @param code 301, 302, 303, 307 or 308
    record Redirect(
            String uri,
            String prefixRewrite,
            String authority,
            String scheme,
            Optional<RedirectPort> port,
            int code)
            implements HttpAction {}

    /// @param body empty for none
    record DirectResponse(int status, Optional<Body> body) implements HttpAction {}

    /// What an answer of the proxy's own says.
    sealed interface Body {
        record Text(String text) implements Body {}

        /// @param base64 as the configuration has it; it can be decoded
        record Bytes(String base64) implements Body {

            /// How many bytes it stands for.
            public int size() {
                return Base64.getDecoder().decode(base64).length;
            }
        }
    }

    /// The routes of another VirtualService stand in this one's place.
    ///
    /// @param target its namespace is empty for that of the delegating object
    record Delegate(NamespacedName target) implements HttpAction {}

    /// The port that a redirect names.
    sealed interface RedirectPort {
        record Numbered(int port) implements RedirectPort {}

        record ProtocolDefault() implements RedirectPort {}

        record OfRequest() implements RedirectPort {}
    }
}
