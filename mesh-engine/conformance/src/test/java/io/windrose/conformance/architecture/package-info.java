/// The shape of the engine: who may know whom, and where the few dangerous calls live.
@NullMarked
package io.windrose.conformance.architecture;

import org.jspecify.annotations.NullMarked;
