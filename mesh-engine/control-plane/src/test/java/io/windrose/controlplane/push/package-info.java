/// Tests of debouncing, queueing and sharing.
@NullMarked
package io.windrose.controlplane.push;

import org.jspecify.annotations.NullMarked;
