/// The window and what it is made of.
@NullMarked
package io.windrose.shell;

import org.jspecify.annotations.NullMarked;
