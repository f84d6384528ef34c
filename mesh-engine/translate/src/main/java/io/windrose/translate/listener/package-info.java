/// The listeners of a proxy and the filters in them.
@NullMarked
package io.windrose.translate.listener;

import org.jspecify.annotations.NullMarked;
