/// A whole mesh on this computer: control plane, proxies, demo services and load.
@NullMarked
package io.windrose.sandbox;

import org.jspecify.annotations.NullMarked;
