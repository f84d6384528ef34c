package io.windrose.config.resource;

import java.util.List;
import java.util.Optional;

/// The endpoints of the service of the same name.
public record KubeEndpoints(ObjectMeta meta, Origin origin, List<Subset> subsets)
        implements Resource {

    public KubeEndpoints {
        subsets = List.copyOf(subsets);
    }

    /// Every address with every port.
    public record Subset(List<Address> ready, List<Address> notReady, List<EndpointPort> ports) {
        public Subset {
            ready = List.copyOf(ready);
            notReady = List.copyOf(notReady);
            ports = List.copyOf(ports);
        }
    }

    /// @param target the pod behind it
    public record Address(
            String ip, String hostname, String nodeName, Optional<ObjectRef> target) {}
}
