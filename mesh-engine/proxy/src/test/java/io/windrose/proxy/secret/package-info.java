/// Tests of keys and certificates.
@NullMarked
package io.windrose.proxy.secret;

import org.jspecify.annotations.NullMarked;
