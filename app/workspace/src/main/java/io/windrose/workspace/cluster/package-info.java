/// A cluster of Kubernetes, read once: what the checks of a mesh look at.
@NullMarked
package io.windrose.workspace.cluster;

import org.jspecify.annotations.NullMarked;
