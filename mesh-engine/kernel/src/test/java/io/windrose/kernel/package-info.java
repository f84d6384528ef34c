/// Tests of the shared values and machinery.
@NullMarked
package io.windrose.kernel;

import org.jspecify.annotations.NullMarked;
