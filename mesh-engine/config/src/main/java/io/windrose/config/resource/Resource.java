package io.windrose.config.resource;

/// One object of the configuration.
public sealed interface Resource
        permits AuthorizationPolicy,
                Deployment,
                DestinationRule,
                EndpointSlice,
                Gateway,
                KubeEndpoints,
                KubeNamespace,
                KubeService,
                KubeServiceAccount,
                MeshConfig,
                PeerAuthentication,
                Pod,
                ServiceEntry,
                Sidecar,
                TlsSecret,
                VirtualService,
                WorkloadEntry {

    ObjectMeta meta();

    Origin origin();

    default ResourceId id() {
        return new ResourceId(Kind.of(getClass()), meta().name());
    }
}
