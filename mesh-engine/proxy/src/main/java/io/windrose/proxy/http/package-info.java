/// HTTP/1.1 and HTTP/2 behind one shape of stream, for clients and servers alike.
@NullMarked
package io.windrose.proxy.http;

import org.jspecify.annotations.NullMarked;
