/// Our verdicts beside those of Kubernetes' own API server.
@NullMarked
package io.windrose.conformance.kubernetes;

import org.jspecify.annotations.NullMarked;
