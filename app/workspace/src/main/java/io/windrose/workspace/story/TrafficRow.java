package io.windrose.workspace.story;

import io.windrose.topology.Health;

/// What flows between the subject and one neighbour.
///
/// @param subject the neighbour
/// @param version of the neighbour; empty for none
/// @param rate such as `24.6 rps`
/// @param errors such as `1.8 %`; empty where the protocol knows no errors
/// @param tone of the errors
/// @param lockWords such as `mTLS on 100 % of requests; strict is configured`
/// @param p95 such as `112 ms`; empty where nobody measured
public record TrafficRow(
        Subject subject,
        String name,
        String version,
        Health.Status health,
        String rate,
        String errors,
        Health.Status tone,
        Lock lock,
        String lockWords,
        String p95) {}
