/// The topology screen under test, and pictures of it.
@NullMarked
package io.windrose.shell.topology;

import org.jspecify.annotations.NullMarked;
