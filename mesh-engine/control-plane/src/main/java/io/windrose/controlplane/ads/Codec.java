package io.windrose.controlplane.ads;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.controlplane.session.Dialect;
import io.windrose.controlplane.session.Request;
import io.windrose.controlplane.session.Response;
import java.util.Optional;

/// Between one dialect's messages and the session's words. Stateless.
///
/// @param <Q> request message
/// @param <A> response message
interface Codec<Q, A> {
    Dialect dialect();

    /// The empty node where a message has none, which only the first one must have.
    Node node(Q message);

    String typeUrl(Q message);

    /// Empty for types that this control plane does not serve.
    Optional<Request> request(Q message);

    A message(Response response);
}
