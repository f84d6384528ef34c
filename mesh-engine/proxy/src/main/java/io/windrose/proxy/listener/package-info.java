/// Where connections come in: sockets, a look at their first bytes, the choice of their filter
/// chain.
@NullMarked
package io.windrose.proxy.listener;

import org.jspecify.annotations.NullMarked;
