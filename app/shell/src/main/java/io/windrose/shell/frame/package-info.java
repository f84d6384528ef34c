/// What every screen is made of and registers with: commands, live mesh, and the panes for honest
/// states.
@NullMarked
package io.windrose.shell.frame;

import org.jspecify.annotations.NullMarked;
