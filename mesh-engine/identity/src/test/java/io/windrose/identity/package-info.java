/// Tests of names, certificates and rotation, with Bouncy Castle and OpenSSL as oracles.
@NullMarked
package io.windrose.identity;

import org.jspecify.annotations.NullMarked;
