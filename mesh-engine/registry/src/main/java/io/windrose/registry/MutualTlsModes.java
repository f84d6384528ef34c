package io.windrose.registry;

import io.windrose.config.resource.PeerAuthentication.Mode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether a workload's callers must prove who they are.
///
/// @param mode never `UNSET`
/// @param byPort exceptions by the workload's own port; never `UNSET`
public record MutualTlsModes(Mode mode, SortedMap<Integer, Mode> byPort) {
    public static final MutualTlsModes DEFAULT =
            new MutualTlsModes(Mode.PERMISSIVE, new TreeMap<>());

    public MutualTlsModes {
        byPort = Collections.unmodifiableSortedMap(new TreeMap<>(byPort));
    }

    public Mode at(int port) {
        return byPort.getOrDefault(port, mode);
    }
}
