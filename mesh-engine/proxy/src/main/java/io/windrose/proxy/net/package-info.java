/// The operating system's sockets: which transport, which addresses, where a connection was going.
@NullMarked
package io.windrose.proxy.net;

import org.jspecify.annotations.NullMarked;
