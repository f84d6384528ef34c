/// The side panel, tested without a toolkit.
@NullMarked
package io.windrose.shell.panel;

import org.jspecify.annotations.NullMarked;
