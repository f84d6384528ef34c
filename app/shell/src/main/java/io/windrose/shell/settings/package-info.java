/// What a person chose for this program, and the dialog to choose in.
@NullMarked
package io.windrose.shell.settings;

import org.jspecify.annotations.NullMarked;
