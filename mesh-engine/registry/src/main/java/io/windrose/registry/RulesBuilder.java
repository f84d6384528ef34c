package io.windrose.registry;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.VirtualService;
import java.util.IdentityHashMap;
import java.util.List;

/// Makes the rules of each mesh from those of the last one: only the kinds of which a resource
/// changed are looked at again.
///
/// Confined to the owner of the [MeshBuilder].
final class RulesBuilder {
    private final Memo<VirtualServices> virtualServices = new Memo<>();
    private final Memo<DestinationRules> destinationRules = new Memo<>();
    private final Memo<PeerRules> peerRules = new Memo<>();
    private final Memo<Selected<AuthorizationPolicy>> policies = new Memo<>();
    private IdentityHashMap<VirtualService, VirtualService> completed = new IdentityHashMap<>();

    Rules next(Rules.Sources sources) {
        var mesh = sources.mesh();
        return new Rules(
                sources,
                virtualServices(sources),
                destinationRules.get(
                        List.of(mesh, sources.destinationRules()),
                        () ->
                                new DestinationRules(
                                        sources.destinationRules(),
                                        mesh.rootNamespace(),
                                        mesh.defaultDestinationRuleExportTo())),
                peerRules.get(
                        List.of(mesh, sources.peerAuthentications()),
                        () -> new PeerRules(sources.peerAuthentications(), mesh.rootNamespace())),
                policies.get(
                        List.of(sources.authorizationPolicies()),
                        () -> policies(sources.authorizationPolicies())));
    }

    VirtualServices virtualServices(Rules.Sources sources) {
        return virtualServices.get(
                List.of(sources.mesh(), sources.virtualServices()),
                () ->
                        new VirtualServices(
                                complete(sources.virtualServices()),
                                sources.mesh().defaultVirtualServiceExportTo()));
    }

    private List<VirtualService> complete(List<VirtualService> rules) {
        var next = new IdentityHashMap<VirtualService, VirtualService>();
        for (var rule : rules) {
            var known = completed.get(rule);
            next.put(rule, known == null ? CompletedNames.in(rule) : known);
        }
        completed = next;
        return rules.stream().map(next::get).toList();
    }

    private static Selected<AuthorizationPolicy> policies(List<AuthorizationPolicy> rules) {
        return new Selected<>(
                rules.stream().filter(policy -> policy.targetRefs().isEmpty()).toList(),
                AuthorizationPolicy::selector);
    }
}
