/// Every icon has its drawing, and every drawing its icon.
@NullMarked
package io.windrose.icons;

import org.jspecify.annotations.NullMarked;
