/// What a window needs of the computer, and how long its start takes.
@NullMarked
package io.windrose.desktop.start;

import org.jspecify.annotations.NullMarked;
