/// One request's way through the proxy: checked, routed, tried, answered, reported.
@NullMarked
package io.windrose.proxy.exchange;

import org.jspecify.annotations.NullMarked;
