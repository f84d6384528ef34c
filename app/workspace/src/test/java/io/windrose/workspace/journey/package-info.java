/// A user's way through the sandbox: look, shift, take back, break, mend.
@NullMarked
package io.windrose.workspace.journey;

import org.jspecify.annotations.NullMarked;
