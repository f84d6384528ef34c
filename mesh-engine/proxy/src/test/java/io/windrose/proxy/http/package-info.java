/// The codecs, fed byte by byte and otherwise.
@NullMarked
package io.windrose.proxy.http;

import org.jspecify.annotations.NullMarked;
