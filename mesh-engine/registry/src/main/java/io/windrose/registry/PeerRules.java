package io.windrose.registry;

import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.PeerAuthentication;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which PeerAuthentication decides for a workload: port before workload before namespace before
/// mesh, and in each the oldest.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/security/authn/policy_applier.go`
final class PeerRules {
    private final Selected<PeerAuthentication> oldestFirst;
    private final String rootNamespace;

    PeerRules(List<PeerAuthentication> rules, String rootNamespace) {
        this.oldestFirst =
                new Selected<>(
                        rules.stream()
                                .sorted(
                                        Comparator.comparing(
                                                PeerAuthentication::meta, ObjectMeta.OLDEST_FIRST))
                                .toList(),
                        PeerAuthentication::selector);
        this.rootNamespace = rootNamespace;
    }

    AppliedRule<MutualTlsModes> workload(String namespace, Labels labels) {
        var applied = namespace(namespace);
        var own =
                oldestFirst.of(namespace, labels).stream()
                        .filter(rule -> !rule.selector().selectsAll())
                        .findFirst();
        if (own.isEmpty()) {
            return applied;
        }
        var rule = own.get();
        var mode = rule.mode() == Mode.UNSET ? applied.effect().mode() : rule.mode();
        var byPort = new TreeMap<Integer, Mode>();
        rule.portModes()
                .forEach((port, ofPort) -> byPort.put(port, ofPort == Mode.UNSET ? mode : ofPort));
        var sources = new ArrayList<ResourceId>();
        sources.add(rule.id());
        sources.addAll(applied.sources());
        return new AppliedRule<>(new MutualTlsModes(mode, byPort), sources, Why.SELECTS_WORKLOAD);
    }

    /// What holds in a namespace where no rule selects a workload.
    AppliedRule<MutualTlsModes> namespace(String namespace) {
        return wide(namespace)
                .map(rule -> of(rule, Why.OWN_NAMESPACE))
                .or(() -> wide(rootNamespace).map(rule -> of(rule, Why.ROOT_NAMESPACE)))
                .orElseGet(() -> new AppliedRule<>(MutualTlsModes.DEFAULT, List.of(), Why.DEFAULT));
    }

    private Optional<PeerAuthentication> wide(String namespace) {
        return oldestFirst.of(namespace, Labels.NONE).stream()
                .findFirst()
                .filter(rule -> rule.mode() != Mode.UNSET);
    }

    private static AppliedRule<MutualTlsModes> of(PeerAuthentication rule, Why why) {
        return new AppliedRule<>(
                new MutualTlsModes(rule.mode(), new TreeMap<>()), List.of(rule.id()), why);
    }
}
