/// Traffic from outside the mesh, at a steady rate.
@NullMarked
package io.windrose.sandbox.load;

import org.jspecify.annotations.NullMarked;
