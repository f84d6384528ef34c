/// Connections to the hosts of clusters: made, shared, kept and given up, each event loop for
/// itself.
@NullMarked
package io.windrose.proxy.upstream;

import org.jspecify.annotations.NullMarked;
