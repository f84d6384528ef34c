/// The table of proxies, sorted and refreshed.
@NullMarked
package io.windrose.shell.proxies;

import org.jspecify.annotations.NullMarked;
