/// The routes of a proxy.
@NullMarked
package io.windrose.translate.route;

import org.jspecify.annotations.NullMarked;
