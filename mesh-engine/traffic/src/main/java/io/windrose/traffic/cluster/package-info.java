/// Where requests can go: clusters, their hosts, and the rules for talking to them.
@NullMarked
package io.windrose.traffic.cluster;

import org.jspecify.annotations.NullMarked;
