/// One story for tests and galleries: Bookinfo, where reviews-v3 fails since 14:02.
@NullMarked
package io.windrose.workspace.demo;

import org.jspecify.annotations.NullMarked;
