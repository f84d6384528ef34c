/// The proxies that are connected, and how far each has followed the configuration.
@NullMarked
package io.windrose.shell.proxies;

import org.jspecify.annotations.NullMarked;
