/// Tests of the status board.
@NullMarked
package io.windrose.controlplane.status;

import org.jspecify.annotations.NullMarked;
