package io.windrose.proxy.xds;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where resources go once they have arrived; called on the client's owner.
@FunctionalInterface
public interface ResourceSink {

    /// Takes over what `offered` holds as far as it is good.
    ///
    /// @param offered everything accepted so far, with the changes of one response
    Outcome apply(XdsLedger offered);

    /// @param rejections what was not taken over and why
    /// @param wanted names to ask for, by type; wildcard types are not asked
    record Outcome(List<Rejection> rejections, Map<XdsType, Set<String>> wanted) {
        public Outcome {
            rejections = List.copyOf(rejections);
            wanted = Map.copyOf(wanted);
        }
    }

    /// @param reason one sentence without the name
    record Rejection(XdsType type, String name, String reason) {}
}
