@NullMarked
package io.windrose.shell.canary;

import org.jspecify.annotations.NullMarked;
