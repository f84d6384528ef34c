/// Tests of the demo services.
@NullMarked
package io.windrose.sandbox.load;

import org.jspecify.annotations.NullMarked;
