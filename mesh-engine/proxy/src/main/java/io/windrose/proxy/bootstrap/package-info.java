/// What a proxy is told before it runs: Envoy's bootstrap file, or a control plane and a name.
@NullMarked
package io.windrose.proxy.bootstrap;

import org.jspecify.annotations.NullMarked;
