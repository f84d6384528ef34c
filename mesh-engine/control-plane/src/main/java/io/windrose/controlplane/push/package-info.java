/// When which proxy is given the newest mesh, and the translations that proxies share.
@NullMarked
package io.windrose.controlplane.push;

import org.jspecify.annotations.NullMarked;
