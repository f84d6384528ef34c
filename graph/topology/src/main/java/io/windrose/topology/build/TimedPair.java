package io.windrose.topology.build;

import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.Protocol;
import io.windrose.topology.traffic.Reporter;

/// How long the requests of a pair took, as one of its proxies measured it.
record TimedPair(Protocol protocol, Reporter reporter, Pair pair, Histogram durations) {}
