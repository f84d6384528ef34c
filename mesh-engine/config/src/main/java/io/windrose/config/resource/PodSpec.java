package io.windrose.config.resource;

import java.util.List;

/// What a pod runs, as far as a mesh cares.
///
/// @param serviceAccount `default` where the pod does not say
/// @param nodeName empty before scheduling
public record PodSpec(
        String serviceAccount, String nodeName, boolean hostNetwork, List<Container> containers) {

    public PodSpec {
        containers = List.copyOf(containers);
    }

    public record Container(String name, String image, List<Port> ports) {
        public Container {
            ports = List.copyOf(ports);
        }
    }

    /// @param name empty for none
    public record Port(String name, int containerPort, String protocol) {}
}
