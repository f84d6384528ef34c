/// Our control plane and our proxies together, over loopback.
@NullMarked
package io.windrose.conformance.mesh;

import org.jspecify.annotations.NullMarked;
