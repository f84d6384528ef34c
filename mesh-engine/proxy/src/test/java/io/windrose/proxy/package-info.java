/// Tests of whole proxies.
@NullMarked
package io.windrose.proxy;

import org.jspecify.annotations.NullMarked;
