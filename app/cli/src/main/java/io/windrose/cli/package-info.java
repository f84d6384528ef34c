/// The command line: every screen's twin.
@NullMarked
package io.windrose.cli;

import org.jspecify.annotations.NullMarked;
