/// What the builder serves, refuses and waits for.
@NullMarked
package io.windrose.runtime;

import org.jspecify.annotations.NullMarked;
