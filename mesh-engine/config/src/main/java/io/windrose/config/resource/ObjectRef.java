package io.windrose.config.resource;

import io.windrose.kernel.NamespacedName;

/// Points at an object of any kind.
///
/// @param kind e.g. `Pod`, `ReplicaSet`
public record ObjectRef(String kind, NamespacedName name) {}
