/// Tests of connections.
@NullMarked
package io.windrose.workspace.session;

import org.jspecify.annotations.NullMarked;
