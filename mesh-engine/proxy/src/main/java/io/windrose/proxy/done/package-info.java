/// What is left of a request or connection once it has ended: the one value that metrics and logs
/// read.
@NullMarked
package io.windrose.proxy.done;

import org.jspecify.annotations.NullMarked;
