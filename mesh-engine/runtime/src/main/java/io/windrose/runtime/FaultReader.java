package io.windrose.runtime;

import io.envoyproxy.envoy.extensions.filters.common.fault.v3.FaultDelay;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.windrose.traffic.fault.FaultPlan;
import java.time.Duration;

/// The fault filter's settings.
final class FaultReader {

    private FaultReader() {}

    static FaultPlan plan(HTTPFault fault, Refusals refusals) {
        refusals.unsupported(fault.hasResponseRateLimit(), "a fault's response rate limit");
        refusals.unsupported(fault.hasMaxActiveFaults(), "a limit of active faults");
        refusals.unsupported(fault.getDownstreamNodesCount() > 0, "a fault for certain nodes");
        refusals.unsupported(
                fault.getDelay().hasHeaderDelay() || fault.getAbort().hasHeaderAbort(),
                "a fault that the request's headers ask for");
        return new FaultPlan(
                delay(fault.getDelay()),
                MatchReader.fraction(fault.getDelay().getPercentage()),
                fault.getAbort().getHttpStatus(),
                grpcStatus(fault.getAbort()),
                MatchReader.fraction(fault.getAbort().getPercentage()),
                fault.getUpstreamCluster(),
                new MatchReader(refusals).headers(fault.getHeadersList()));
    }

    private static Duration delay(FaultDelay delay) {
        return Scalars.duration(delay.getFixedDelay());
    }

    private static int grpcStatus(FaultAbort abort) {
        return abort.getErrorTypeCase() == FaultAbort.ErrorTypeCase.GRPC_STATUS
                ? abort.getGrpcStatus()
                : 0;
    }
}
