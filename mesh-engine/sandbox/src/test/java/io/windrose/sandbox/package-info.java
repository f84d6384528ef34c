/// Tests of the sandbox.
@NullMarked
package io.windrose.sandbox;

import org.jspecify.annotations.NullMarked;
