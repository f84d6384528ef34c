/// Tests of the stream's state machine.
@NullMarked
package io.windrose.controlplane.session;

import org.jspecify.annotations.NullMarked;
