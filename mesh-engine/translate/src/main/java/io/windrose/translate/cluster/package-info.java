/// The clusters of a proxy, the endpoints behind them, and the secrets that gateways are sent.
@NullMarked
package io.windrose.translate.cluster;

import org.jspecify.annotations.NullMarked;
