/// Envoy's discovery services over gRPC: streams in, sessions behind them.
@NullMarked
package io.windrose.controlplane.ads;

import org.jspecify.annotations.NullMarked;
