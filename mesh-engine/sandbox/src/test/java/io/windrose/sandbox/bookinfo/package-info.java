/// Tests of the demo services.
@NullMarked
package io.windrose.sandbox.bookinfo;

import org.jspecify.annotations.NullMarked;
