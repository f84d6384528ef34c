/// A whole proxy: what it is told, what it obeys, how it is asked; everything wired together.
@NullMarked
package io.windrose.proxy;

import org.jspecify.annotations.NullMarked;
