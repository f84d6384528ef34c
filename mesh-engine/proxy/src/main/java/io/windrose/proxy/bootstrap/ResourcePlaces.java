package io.windrose.proxy.bootstrap;

import io.windrose.kernel.Place;

/// Where the static resources of a bootstrap stand in what its author wrote.
@FunctionalInterface
public interface ResourcePlaces {

    /// For a bootstrap that nobody wrote.
    ResourcePlaces NOWHERE = (_, _) -> Place.NOWHERE;

    /// @param list `listeners`, `clusters` or `secrets`
    /// @return the whole file when it has no such resource
    Place of(String list, String name);
}
