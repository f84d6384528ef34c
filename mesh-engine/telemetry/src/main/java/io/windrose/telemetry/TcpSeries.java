package io.windrose.telemetry;

import java.util.concurrent.atomic.LongAdder;

/// What was counted of the connections with one set of flags. Any thread may add.
///
/// @param labels all labels in Istio's order
public record TcpSeries(
        String labels, LongAdder opened, LongAdder closed, LongAdder sent, LongAdder received) {

    TcpSeries(String labels) {
        this(labels, new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
