/// The commands, run as a user types them.
@NullMarked
package io.windrose.cli;

import org.jspecify.annotations.NullMarked;
