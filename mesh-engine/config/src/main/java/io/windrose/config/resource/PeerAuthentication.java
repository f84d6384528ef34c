package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether callers must prove who they are.
///
/// @param selector selects all: the whole namespace, or the mesh when in the root namespace
/// @param portModes by the workload's own port
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">Istio</a>
public record PeerAuthentication(
        ObjectMeta meta,
        Origin origin,
        Selector selector,
        Mode mode,
        SortedMap<Integer, Mode> portModes)
        implements Resource {

    public PeerAuthentication {
        portModes = Collections.unmodifiableSortedMap(new TreeMap<>(portModes));
    }

    /// `UNSET` inherits from the wider scope.
    public enum Mode {
        UNSET,
        DISABLE,
        PERMISSIVE,
        STRICT
    }
}
