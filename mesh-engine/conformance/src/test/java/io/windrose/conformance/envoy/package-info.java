/// A stock Envoy as the data plane of our control plane, and beside our proxy.
@NullMarked
package io.windrose.conformance.envoy;

import org.jspecify.annotations.NullMarked;
