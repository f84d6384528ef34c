package io.windrose.traffic.route;

import io.windrose.traffic.match.Fraction;

/// A copy of requests that goes elsewhere; nobody waits for its answer.
///
/// @param shadowSuffix whether the copy's host ends in `-shadow`
public record Mirror(String cluster, Fraction share, boolean shadowSuffix) {}
