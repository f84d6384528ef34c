/// The client of the aggregated discovery service: asks, accepts or refuses, and comes back when
/// the control plane does.
@NullMarked
package io.windrose.proxy.xds;

import org.jspecify.annotations.NullMarked;
