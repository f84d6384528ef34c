/// Programs that measure the distribution and print tables; nothing is asserted.
@NullMarked
package io.windrose.desktop.bench;

import org.jspecify.annotations.NullMarked;
