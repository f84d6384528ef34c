package io.windrose.prometheus;

import io.windrose.kernel.Result;
import io.windrose.topology.traffic.TrafficWindow;

/// Whoever can tell what the proxies counted. Calls block; never on an owner's thread.
public interface TrafficSource {
    Result<TrafficWindow> read(TrafficQuestion question);
}
