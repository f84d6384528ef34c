package io.windrose.workspace.story;

import io.windrose.analysis.Hosts;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.session.edit.Finding;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.story.WrongPlaces.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Traffic of which a piece of configuration names both ends, and what is wrong with that piece:
/// from a gateway or a service to the destinations of a route, from a service to a subset, from the
/// accounts of a rule to those whom its policy selects.
record WrongWay(Finding finding, Set<Named> from, Set<Named> to) {
    private static final Pattern ROUTE =
            Pattern.compile("spec\\.http\\[(\\d+)](?:\\.route\\[(\\d+)])?.*");
    private static final Pattern SUBSET = Pattern.compile("spec\\.subsets\\[(\\d+)].*");
    private static final Pattern SOURCE =
            Pattern.compile("spec\\.rules\\[(\\d+)](?:\\.from\\[(\\d+)])?.*");
    private static final Pattern PRINCIPAL = Pattern.compile("[^*]+/ns/([^/*]+)/sa/([^/*]+)");
    private static final String SIDECARS = "mesh";

    WrongWay {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }

    static List<WrongWay> in(MeshView mesh) {
        return new Reader(mesh).all();
    }

    boolean leads(Set<Named> source, Set<Named> target) {
        return !Collections.disjoint(from, source) && !Collections.disjoint(to, target);
    }

    private record Reader(MeshView mesh, List<WrongWay> ways) {
        Reader(MeshView mesh) {
            this(mesh, new ArrayList<>());
        }

        List<WrongWay> all() {
            if (mesh.wrong().found().reach().isEmpty()) {
                return List.of();
            }
            mesh.config().all(VirtualService.class).forEach(this::read);
            mesh.config().all(DestinationRule.class).forEach(this::read);
            mesh.config().all(AuthorizationPolicy.class).forEach(this::read);
            return ways;
        }

        private List<Finding> of(Resource resource) {
            return mesh.wrong().of(resource.id().toString());
        }

        private void add(Finding finding, Set<Named> from, Set<Named> to) {
            if (!from.isEmpty() && !to.isEmpty()) {
                ways.add(new WrongWay(finding, from, to));
            }
        }

        private void read(VirtualService rule) {
            for (var finding : of(rule)) {
                var from = sources(rule);
                for (int i = 0; i < rule.http().size(); i++) {
                    if (rule.http().get(i).action() instanceof HttpAction.Forward(var to)) {
                        for (int j = 0; j < to.size(); j++) {
                            if (concerns(finding, ROUTE, i, j)) {
                                var target = to.get(j).destination();
                                add(
                                        finding,
                                        from,
                                        target.subset().isEmpty()
                                                ? services(rule, target.host())
                                                : subset(rule, target.host(), target.subset()));
                            }
                        }
                    }
                }
            }
        }

        private Set<Named> sources(VirtualService rule) {
            var gateways = rule.gateways().isEmpty() ? List.of(SIDECARS) : rule.gateways();
            return gateways.stream()
                    .flatMap(name ->
                            name.equals(SIDECARS)
                                    ? rule.hosts().stream()
                                            .flatMap(host -> services(rule, host).stream())
                                    : gateway(rule, name))
                    .collect(Collectors.toSet());
        }

        private Stream<Named> gateway(VirtualService rule, String name) {
            int slash = name.indexOf('/');
            var namespace = slash < 0 ? rule.meta().namespace() : name.substring(0, slash);
            return mesh.config().get(Gateway.class, namespace, name.substring(slash + 1)).stream()
                    .flatMap(gateway -> workloads(one -> gateway.selector().matches(one.labels())));
        }

        private void read(DestinationRule rule) {
            for (var finding : of(rule)) {
                for (int i = 0; i < rule.subsets().size(); i++) {
                    if (concerns(finding, SUBSET, i, 0)) {
                        add(
                                finding,
                                services(rule, rule.host()),
                                versions(rule, rule.host(), rule.subsets().get(i).labels()));
                    }
                }
            }
        }

        private void read(AuthorizationPolicy policy) {
            if (policy.selector().selectsAll()) {
                return;
            }
            for (var finding : of(policy)) {
                var to =
                        workloads(one ->
                                        one.namespace().equals(policy.meta().namespace())
                                                && policy.selector().matches(one.labels()))
                                .collect(Collectors.toSet());
                to.addAll(inFront(to));
                for (int i = 0; i < policy.rules().size(); i++) {
                    var from = policy.rules().get(i).from();
                    for (int j = 0; j < from.size(); j++) {
                        if (concerns(finding, SOURCE, i, j)) {
                            add(finding, callers(from.get(j)), to);
                        }
                    }
                }
            }
        }

        private Set<Named> callers(AuthorizationPolicy.Source source) {
            var named = new HashSet<Named>();
            for (var principal : source.principals().in()) {
                var match = PRINCIPAL.matcher(principal);
                if (match.matches()) {
                    workloads(one ->
                                    one.namespace().equals(match.group(1))
                                            && one.serviceAccount().equals(match.group(2)))
                            .forEach(named::add);
                }
            }
            return named;
        }

        private Set<Named> services(Resource by, String host) {
            return found(by, host).map(Named::of).collect(Collectors.toSet());
        }

        private Stream<Service> found(Resource by, String host) {
            var name = Hosts.complete(host, by.meta().namespace());
            return mesh.mesh().services().of(name).stream();
        }

        private Set<Named> subset(Resource by, String host, String subset) {
            return found(by, host)
                    .flatMap(service ->
                            mesh
                                    .mesh()
                                    .rules()
                                    .destinationPolicy(by.meta().namespace(), Labels.NONE, service)
                                    .stream())
                    .flatMap(applied -> applied.effect().subset(subset).stream())
                    .flatMap(one -> versions(by, host, one.labels()).stream())
                    .collect(Collectors.toSet());
        }

        private Set<Named> versions(Resource by, String host, Labels wanted) {
            var versions = Selector.of(wanted.byKey());
            return found(by, host)
                    .flatMap(service -> mesh.mesh().services().endpoints(service).stream())
                    .map(endpoint -> endpoint.workload())
                    .filter(one -> versions.matches(one.labels()))
                    .map(Named::of)
                    .collect(Collectors.toSet());
        }

        private Set<Named> inFront(Set<Named> workloads) {
            var services = mesh.mesh().services();
            return services.all().stream()
                    .filter(service ->
                            services.endpoints(service).stream()
                                    .anyMatch(one -> workloads.contains(Named.of(one.workload()))))
                    .map(Named::of)
                    .collect(Collectors.toSet());
        }

        private Stream<Named> workloads(Predicate<Workload> wanted) {
            return mesh.mesh().services().workloads().stream().filter(wanted).map(Named::of);
        }

        /// Whether the place is in that part of the object.
        private static boolean concerns(Finding finding, Pattern part, int outer, int inner) {
            var match = part.matcher(finding.problem().place().path());
            return match.matches()
                    && Integer.parseInt(match.group(1)) == outer
                    && (match.groupCount() == 1
                            || match.group(2) == null
                            || Integer.parseInt(match.group(2)) == inner);
        }
    }
}
