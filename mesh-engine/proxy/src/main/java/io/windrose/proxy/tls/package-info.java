/// BoringSSL contexts for both sides, from named secrets, with SPIFFE checks of the peer.
@NullMarked
package io.windrose.proxy.tls;

import org.jspecify.annotations.NullMarked;
