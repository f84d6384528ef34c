/// The xDS client and the Netty data path: listeners, codecs, pools, TLS, admin and drain.
@NullMarked
package io.windrose.proxy;

import org.jspecify.annotations.NullMarked;
