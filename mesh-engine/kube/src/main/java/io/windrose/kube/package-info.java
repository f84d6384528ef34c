/// Kubernetes clusters: who may be asked, and what stands in them.
@NullMarked
package io.windrose.kube;

import org.jspecify.annotations.NullMarked;
