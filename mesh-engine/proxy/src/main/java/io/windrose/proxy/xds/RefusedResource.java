package io.windrose.proxy.xds;

import java.time.Instant;

/// One resource that was not accepted; an older version of it may be in force.
///
/// @param version of the refused one
/// @param reason one sentence
public record RefusedResource(String name, String version, String reason, Instant at) {}
