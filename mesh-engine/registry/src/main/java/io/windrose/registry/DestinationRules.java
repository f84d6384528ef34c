package io.windrose.registry;

import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.DestinationRule.Subset;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.resource.TrafficPolicy;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.AppliedRule.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which DestinationRules a client follows for a service.
///
/// Looked for in the client's namespace, then in the service's, then in the root namespace; the
/// first of these in which a rule fits is the only one that counts. There, the most specific host
/// wins, and rules for one host merge: subsets are united, and the oldest traffic policy stays.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/push_context.go`
///   (`destinationRule`), `destination_rule.go`
final class DestinationRules {
    private final Map<String, Hosts> byNamespace = new HashMap<>();
    private final String rootNamespace;

    /// @param defaultExportTo the mesh's, for rules that do not say
    DestinationRules(
            List<DestinationRule> rules, String rootNamespace, List<String> defaultExportTo) {
        this.rootNamespace = rootNamespace;
        rules.stream()
                .sorted(Comparator.comparing(DestinationRule::meta, ObjectMeta.OLDEST_FIRST))
                .forEach(rule -> add(rule, defaultExportTo));
    }

    Optional<AppliedRule<DestinationPolicy>> of(
            String clientNamespace, Labels clientLabels, Service service) {
        // Rules of the root namespace that are for everybody come last even for its own clients.
        Predicate<Candidate> own =
                candidate ->
                        !clientNamespace.equals(rootNamespace)
                                || candidate.exportTo().isPrivate(clientNamespace);
        Predicate<Candidate> exported = candidate -> candidate.exportTo().includes(clientNamespace);
        return find(clientNamespace, clientLabels, service.host(), own)
                .map(found -> found.applied(Why.OWN_NAMESPACE))
                .or(() ->
                        find(service.namespace(), Labels.NONE, service.host(), exported)
                                .map(found -> found.applied(Why.SERVICE_NAMESPACE)))
                .or(() ->
                        find(rootNamespace, Labels.NONE, service.host(), exported)
                                .map(found -> found.applied(Why.ROOT_NAMESPACE)));
    }

    private Optional<Candidate> find(
            String namespace, Labels client, Hostname host, Predicate<Candidate> eligible) {
        var hosts = byNamespace.get(namespace);
        return (hosts == null ? Stream.<Candidate>empty() : hosts.covering(host))
                .filter(eligible)
                .filter(candidate -> candidate.selector().stream().allMatch(s -> s.matches(client)))
                .min(
                        Comparator.comparing((Candidate found) -> found.selector().isEmpty())
                                .thenComparing(Candidate::host, Specificity.MOST_SPECIFIC_FIRST));
    }

    private void add(DestinationRule rule, List<String> defaultExportTo) {
        var namespace = rule.meta().namespace();
        var exportTo =
                rule.workloadSelector().isPresent()
                        ? ExportTo.of(List.of("."), namespace, List.of())
                        : ExportTo.of(rule.exportTo(), namespace, defaultExportTo);
        var next =
                new Candidate(
                        ShortName.complete(rule.host(), namespace),
                        exportTo,
                        rule.workloadSelector(),
                        rule.trafficPolicy(),
                        rule.subsets(),
                        List.of(rule.id()));
        var candidates = byNamespace.computeIfAbsent(namespace, _ -> new Hosts()).at(next.host());
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).mergesWith(next)) {
                candidates.set(i, candidates.get(i).merge(next));
                return;
            }
        }
        candidates.add(next);
    }

    /// The rules of one namespace by their hosts.
    private static final class Hosts {
        private final Map<Hostname, List<Candidate>> byHost = new HashMap<>();
        private final List<Hostname> wildcards = new ArrayList<>();

        List<Candidate> at(Hostname host) {
            if (host.isWildcard() && !byHost.containsKey(host)) {
                wildcards.add(host);
            }
            return byHost.computeIfAbsent(host, _ -> new ArrayList<>(1));
        }

        Stream<Candidate> covering(Hostname host) {
            var wider = wildcards.stream().filter(one -> !one.equals(host) && one.covers(host));
            return Stream.concat(Stream.of(host), wider)
                    .flatMap(one -> byHost.getOrDefault(one, List.of()).stream());
        }
    }

    private record Candidate(
            Hostname host,
            ExportTo exportTo,
            Optional<Selector> selector,
            Optional<TrafficPolicy> trafficPolicy,
            List<Subset> subsets,
            List<ResourceId> sources) {

        boolean mergesWith(Candidate younger) {
            return host.equals(younger.host)
                    && exportTo.equals(younger.exportTo)
                    && selector.equals(younger.selector);
        }

        Candidate merge(Candidate younger) {
            var union = new LinkedHashMap<String, Subset>();
            subsets.forEach(subset -> union.put(subset.name(), subset));
            younger.subsets.forEach(subset -> union.putIfAbsent(subset.name(), subset));
            var all = new ArrayList<>(sources);
            all.addAll(younger.sources);
            return new Candidate(
                    host,
                    exportTo,
                    selector,
                    trafficPolicy.or(younger::trafficPolicy),
                    List.copyOf(union.values()),
                    List.copyOf(all));
        }

        AppliedRule<DestinationPolicy> applied(Why why) {
            return new AppliedRule<>(
                    new DestinationPolicy(host, trafficPolicy, subsets),
                    sources,
                    selector.isPresent() ? Why.SELECTS_WORKLOAD : why);
        }
    }
}
