/// Findings across the objects of a mesh: what reads objects, what checks return, who runs them.
@NullMarked
package io.windrose.analysis;

import org.jspecify.annotations.NullMarked;
