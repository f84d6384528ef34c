/// Tests of tokens and claims.
@NullMarked
package io.windrose.controlplane.access;

import org.jspecify.annotations.NullMarked;
