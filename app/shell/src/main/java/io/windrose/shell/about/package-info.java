/// What the program is, which keys it has, and what to do when it met a bug of its own.
@NullMarked
package io.windrose.shell.about;

import org.jspecify.annotations.NullMarked;
