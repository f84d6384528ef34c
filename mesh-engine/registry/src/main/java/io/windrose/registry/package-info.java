/// Configuration to MeshSnapshot: services, endpoints, workloads, and which rule applies to whom.
@NullMarked
package io.windrose.registry;

import org.jspecify.annotations.NullMarked;
