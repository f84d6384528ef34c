/// The data path over loopback, against servers and clients of the tests' own.
@NullMarked
package io.windrose.proxy.listener;

import org.jspecify.annotations.NullMarked;
