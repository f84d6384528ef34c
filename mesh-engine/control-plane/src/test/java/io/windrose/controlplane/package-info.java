/// Tests of the whole server over loopback.
@NullMarked
package io.windrose.controlplane;

import org.jspecify.annotations.NullMarked;
