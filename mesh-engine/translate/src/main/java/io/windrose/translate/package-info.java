/// One proxy's view of the mesh to xDS messages; pure.
@NullMarked
package io.windrose.translate;

import org.jspecify.annotations.NullMarked;
