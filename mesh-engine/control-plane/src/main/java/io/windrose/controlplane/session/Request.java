package io.windrose.controlplane.session;

import io.windrose.translate.XdsType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a proxy says: both an answer to a response and a change of what it wants, or one of them.
public sealed interface Request {
    XdsType type();

    /// Of the response that is answered; empty when the request is not an answer.
    String nonce();

    /// Why that response was not taken; empty when it was.
    Optional<String> rejection();

    /// @param known the versions that the proxy kept from an earlier stream; only its first request
    ///   of a type carries them
    record Delta(
            XdsType type,
            String nonce,
            Optional<String> rejection,
            Set<String> subscribe,
            Set<String> unsubscribe,
            Map<String, String> known)
            implements Request {
        public Delta {
            subscribe = Set.copyOf(subscribe);
            unsubscribe = Set.copyOf(unsubscribe);
            known = Map.copyOf(known);
        }
    }

    /// @param names everything that is wanted; empty has a meaning that depends on the type
    record State(XdsType type, String nonce, Optional<String> rejection, Set<String> names)
            implements Request {
        public State {
            names = Set.copyOf(names);
        }
    }
}
