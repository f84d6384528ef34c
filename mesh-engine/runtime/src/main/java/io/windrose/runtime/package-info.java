/// xDS resources to the snapshot that the decisions read, with filter-chain matching; pure, no
/// sockets.
@NullMarked
package io.windrose.runtime;

import org.jspecify.annotations.NullMarked;
