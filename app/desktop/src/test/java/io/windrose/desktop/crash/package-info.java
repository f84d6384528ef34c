/// Reports of bugs.
@NullMarked
package io.windrose.desktop.crash;

import org.jspecify.annotations.NullMarked;
