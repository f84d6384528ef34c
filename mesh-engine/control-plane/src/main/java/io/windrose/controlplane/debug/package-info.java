/// What an operator may read of the control plane, as JSON over HTTP.
@NullMarked
package io.windrose.controlplane.debug;

import org.jspecify.annotations.NullMarked;
