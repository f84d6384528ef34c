/// Tests of the bootstrap.
@NullMarked
package io.windrose.proxy.bootstrap;

import org.jspecify.annotations.NullMarked;
