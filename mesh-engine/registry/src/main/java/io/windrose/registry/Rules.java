package io.windrose.registry;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.PeerAuthentication;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.TlsSecret;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.registry.AppliedRule.Why;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The resources that say what is to happen with traffic, and which of them apply to whom.
///
/// Equality is that of the resources and the mesh's settings.
public final class Rules {
    private final Sources sources;
    private final VirtualServices virtualServices;
    private final DestinationRules destinationRules;
    private final PeerRules peerRules;
    private final Selected<AuthorizationPolicy> policies;

    /// The resources themselves, each list oldest first.
    record Sources(
            MeshConfig mesh,
            List<VirtualService> virtualServices,
            List<DestinationRule> destinationRules,
            List<Gateway> gateways,
            List<Sidecar> sidecars,
            List<PeerAuthentication> peerAuthentications,
            List<AuthorizationPolicy> authorizationPolicies,
            List<TlsSecret> secrets) {}

    Rules(
            Sources sources,
            VirtualServices virtualServices,
            DestinationRules destinationRules,
            PeerRules peerRules,
            Selected<AuthorizationPolicy> policies) {
        this.sources = sources;
        this.virtualServices = virtualServices;
        this.destinationRules = destinationRules;
        this.peerRules = peerRules;
        this.policies = policies;
    }

    static <R extends Resource> List<R> oldestFirst(List<R> resources) {
        return resources.stream()
                .sorted(Comparator.comparing(Resource::meta, ObjectMeta.OLDEST_FIRST))
                .toList();
    }

    /// The VirtualServices of a gateway that clients in `namespace` may see, in the order of their
    /// precedence. All names in them are spelled out and delegates are put in place.
    ///
    /// @param gateway `mesh` for sidecars, else `namespace/name`
    public List<VirtualService> virtualServices(String namespace, String gateway) {
        return virtualServices.of(namespace, gateway);
    }

    /// Empty when no DestinationRule is about the service.
    public Optional<AppliedRule<DestinationPolicy>> destinationPolicy(
            String clientNamespace, Labels clientLabels, Service service) {
        return destinationRules.of(clientNamespace, clientLabels, service);
    }

    public AppliedRule<MutualTlsModes> mutualTls(String namespace, Labels workload) {
        return peerRules.workload(namespace, workload);
    }

    /// What clients must expect of a namespace whose workloads they cannot tell apart.
    public AppliedRule<MutualTlsModes> mutualTls(String namespace) {
        return peerRules.namespace(namespace);
    }

    /// The mesh's own policies, then those of the namespace; each oldest first.
    public List<AppliedRule<AuthorizationPolicy>> authorizationPolicies(
            String namespace, Labels workload) {
        return Stream.of(sources.mesh().rootNamespace(), namespace)
                .distinct()
                .flatMap(one -> policies.of(one, workload).stream())
                .map(policy -> new AppliedRule<>(policy, List.of(policy.id()), why(policy)))
                .toList();
    }

    private boolean isRoot(Resource resource) {
        return resource.meta().namespace().equals(sources.mesh().rootNamespace());
    }

    private Why why(AuthorizationPolicy policy) {
        if (!policy.selector().selectsAll()) {
            return Why.SELECTS_WORKLOAD;
        }
        return isRoot(policy) ? Why.ROOT_NAMESPACE : Why.OWN_NAMESPACE;
    }

    /// The Gateways, of whatever namespace, that a workload serves; oldest first.
    public List<Gateway> gateways(Labels workload) {
        return sources.gateways().stream()
                .filter(gateway -> gateway.selector().matches(workload))
                .toList();
    }

    /// The one Sidecar that is for a workload: one that selects it, else its namespace's, else the
    /// root namespace's.
    public Optional<AppliedRule<Sidecar>> sidecar(String namespace, Labels workload) {
        return firstSidecar(
                        sidecar ->
                                sidecar.meta().namespace().equals(namespace)
                                        && sidecar.workloadSelector()
                                                .filter(selector -> selector.matches(workload))
                                                .isPresent(),
                        Why.SELECTS_WORKLOAD)
                .or(() ->
                        firstSidecar(
                                sidecar ->
                                        sidecar.meta().namespace().equals(namespace)
                                                && sidecar.workloadSelector().isEmpty(),
                                Why.OWN_NAMESPACE))
                .or(() ->
                        firstSidecar(
                                sidecar -> isRoot(sidecar) && sidecar.workloadSelector().isEmpty(),
                                Why.ROOT_NAMESPACE));
    }

    private Optional<AppliedRule<Sidecar>> firstSidecar(Predicate<Sidecar> wanted, Why why) {
        return sources.sidecars().stream()
                .filter(wanted)
                .findFirst()
                .map(sidecar -> new AppliedRule<>(sidecar, List.of(sidecar.id()), why));
    }

    public Optional<TlsSecret> secret(NamespacedName name) {
        return sources.secrets().stream()
                .filter(secret -> secret.meta().name().equals(name))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Rules that && sources.equals(that.sources));
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }

    @Override
    public String toString() {
        return "Rules[%d virtual services, %d destination rules, %d gateways]"
                .formatted(
                        sources.virtualServices().size(),
                        sources.destinationRules().size(),
                        sources.gateways().size());
    }
}
