/// Which proxies are connected and how far each of them has followed the mesh.
@NullMarked
package io.windrose.controlplane.status;

import org.jspecify.annotations.NullMarked;
