/// The checks, and the list of all of them.
@NullMarked
package io.windrose.analysis.check;

import org.jspecify.annotations.NullMarked;
