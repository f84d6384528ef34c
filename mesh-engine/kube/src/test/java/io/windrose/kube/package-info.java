@NullMarked
package io.windrose.kube;

import org.jspecify.annotations.NullMarked;
