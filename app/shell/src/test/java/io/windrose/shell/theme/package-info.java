/// The theme, for people to look at.
@NullMarked
package io.windrose.shell.theme;

import org.jspecify.annotations.NullMarked;
