/// Mutual TLS between two workloads as an outsider on the wire sees it.
@NullMarked
package io.windrose.conformance.mtls;

import org.jspecify.annotations.NullMarked;
