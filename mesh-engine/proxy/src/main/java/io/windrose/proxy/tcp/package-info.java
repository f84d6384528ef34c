/// Bytes relayed unseen between two connections.
@NullMarked
package io.windrose.proxy.tcp;

import org.jspecify.annotations.NullMarked;
