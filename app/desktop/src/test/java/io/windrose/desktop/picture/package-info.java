/// Picture files, and what the arguments of `screenshot` mean.
@NullMarked
package io.windrose.desktop.picture;

import org.jspecify.annotations.NullMarked;
