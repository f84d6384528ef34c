/// Tests only: the peers' cases, the engine over loopback, and the architecture rules of the
/// engine.
@NullMarked
package io.windrose.conformance;

import org.jspecify.annotations.NullMarked;
