/// The event loops and the kind of sockets that all proxies of a process share.
@NullMarked
package io.windrose.proxy.loop;

import org.jspecify.annotations.NullMarked;
