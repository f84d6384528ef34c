/// Routes, destinations, hosts and gateways: the checks about them.
@NullMarked
package io.windrose.analysis.check.routing;

import org.jspecify.annotations.NullMarked;
