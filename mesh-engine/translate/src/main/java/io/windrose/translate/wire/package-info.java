/// The pieces of messages that clusters, listeners and routes have in common: names, TLS, packing.
@NullMarked
package io.windrose.translate.wire;

import org.jspecify.annotations.NullMarked;
