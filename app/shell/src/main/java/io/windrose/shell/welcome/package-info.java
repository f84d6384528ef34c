/// Where every visit begins: what there is to connect to, and what is missing before that.
@NullMarked
package io.windrose.shell.welcome;

import org.jspecify.annotations.NullMarked;
