/// What conformance tests put around proxies: an application that echoes, a client, a relay.
@NullMarked
package io.windrose.conformance.peer;

import org.jspecify.annotations.NullMarked;
