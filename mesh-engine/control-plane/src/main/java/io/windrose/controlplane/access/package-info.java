/// Who calls the control plane and what that caller may claim to be.
@NullMarked
package io.windrose.controlplane.access;

import org.jspecify.annotations.NullMarked;
