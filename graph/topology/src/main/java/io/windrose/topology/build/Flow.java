package io.windrose.topology.build;

import io.windrose.topology.Outcome;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Protocol;
import io.windrose.topology.traffic.Reporter;

/// A sample that has its place in the graph.
///
/// @param code what tells responses apart: HTTP or gRPC status, `-` for none
/// @param flags empty where the measure has none
record Flow(
        Measure measure,
        Protocol protocol,
        Reporter reporter,
        Pair pair,
        String code,
        Outcome outcome,
        String flags,
        PeerSecurity security,
        double ratePerSecond) {}
