/// Tests of the xDS client against a control plane that the test plays.
@NullMarked
package io.windrose.proxy.xds;

import org.jspecify.annotations.NullMarked;
