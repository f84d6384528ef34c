@NullMarked
package io.windrose.config.tree;

import org.jspecify.annotations.NullMarked;
