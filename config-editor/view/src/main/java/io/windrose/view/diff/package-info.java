/// Two texts compared, as rows of lines.
@NullMarked
package io.windrose.view.diff;

import org.jspecify.annotations.NullMarked;
