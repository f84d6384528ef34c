package io.windrose.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.patch.Value;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import io.windrose.kernel.TrafficSplit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The edit of one route's weights.
final class ShiftPlan {
    private static final Decoder DECODER = new Decoder("", Severity.WARNING);

    private final NamespacedName service;
    private final TrafficSplit split;
    private final Where where;
    private final ConfigSnapshot config;
    private final Planner.FileReader files;
    private final ServiceHosts hosts;

    /// Which route is meant.
    sealed interface Where {

        /// @param name empty for the last route without conditions
        record Named(String name) implements Where {}

        record At(RouteRef route) implements Where {}
    }

    ShiftPlan(
            NamespacedName service,
            TrafficSplit split,
            Where where,
            ConfigSnapshot config,
            Planner.FileReader files) {
        this.service = service;
        this.split = split;
        this.where = where;
        this.config = config;
        this.files = files;
        hosts = new ServiceHosts(service);
    }

    Result<Plan> plan() {
        var routes = virtualService();
        if (routes.isEmpty()) {
            return refused(
                    "MESH1801",
                    ("No VirtualService routes HTTP requests to %s; shift changes the weights of one"
                                    + " that exists.")
                            .formatted(service));
        }
        return files.read(routes.get().origin().file()).then(yaml -> plan(routes.get(), yaml));
    }

    /// @param known the object as the snapshot has it; the file decides what it says now
    private Result<Plan> plan(VirtualService known, YamlFile yaml) {
        var objects = DECODER.decodeObjects(yaml);
        int position = objects.size() - 1;
        while (position >= 0 && !isGood(objects.get(position), known)) {
            position--;
        }
        if (position < 0
                || !(objects.get(position).resource().orElse(null)
                        instanceof VirtualService found)) {
            return refused(
                    "MESH1804",
                    "%s no longer stands in %s, or is not valid there; try again."
                            .formatted(known.id(), yaml.name()));
        }
        var written = new Written(yaml, position, objects.get(position).tree());
        var index = route(found);
        if (index.isEmpty()) {
            return noRoute(found);
        }
        var undefined = undefinedSubsets(found.http().get(index.get()), found.meta());
        return undefined.isEmpty()
                ? edit(found, index.get(), written)
                        .then(patch -> checked(written.position, index.get(), patch))
                        .map(patch -> new Plan(found.id(), patch, summary()))
                : refused("MESH1803", undefinedMessage(undefined));
    }

    private static boolean isGood(Decoded object, VirtualService known) {
        return object.resource().filter(found -> found.id().equals(known.id())).isPresent();
    }

    /// One for the service as a host before one that merely forwards to it, and the oldest of
    /// several, as the mesh itself decides.
    private Optional<VirtualService> virtualService() {
        var order =
                Comparator.comparing((VirtualService one) -> !hosts.isHostOf(one))
                        .thenComparing(one -> one.meta(), ObjectMeta.OLDEST_FIRST);
        return config.all(VirtualService.class).stream()
                .filter(one ->
                        !(where instanceof Where.At(var ref)) || one.id().equals(ref.routes()))
                .filter(hosts::isDestinationOf)
                .min(order);
    }

    private Optional<Integer> route(VirtualService routes) {
        for (int i = routes.http().size() - 1; i >= 0; i--) {
            var route = routes.http().get(i);
            if (route.action() instanceof HttpAction.Forward && isWanted(route, i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isWanted(HttpRoute route, int index) {
        return switch (where) {
            case Where.Named(var name) ->
                    name.isEmpty() ? route.matches().isEmpty() : route.name().equals(name);
            case Where.At(var ref) -> index == ref.index() && route.name().equals(ref.name());
        };
    }

    private Result<Plan> noRoute(VirtualService routes) {
        return switch (where) {
            case Where.Named(var name) ->
                    refused(
                            "MESH1802",
                            name.isEmpty()
                                    ? ("%s has no route without `match` that forwards requests;"
                                                    + " name a route with --route.")
                                            .formatted(routes.id())
                                    : "%s has no route named `%s` that forwards requests."
                                            .formatted(routes.id(), name));
            case Where.At(var ref) ->
                    refused(
                            "MESH1805",
                            "%s no longer forwards requests by its route %s; choose the route again."
                                    .formatted(routes.id(), ref.label()));
        };
    }

    private Set<String> undefinedSubsets(HttpRoute route, ObjectMeta meta) {
        var undefined = new TreeSet<>(split.percentBySubset().keySet());
        undefined.removeAll(definedSubsets());
        if (route.action() instanceof HttpAction.Forward(var to)) {
            to.stream()
                    .map(one -> one.destination())
                    .filter(one -> hosts.isMeantBy(one.host(), meta.namespace()))
                    .forEach(one -> undefined.remove(one.subset()));
        }
        return undefined;
    }

    private Set<String> definedSubsets() {
        return config.all(DestinationRule.class).stream()
                .filter(hosts::isHostOf)
                .flatMap(rule -> rule.subsets().stream())
                .map(DestinationRule.Subset::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String undefinedMessage(Set<String> undefined) {
        var defined = definedSubsets();
        return "No DestinationRule of %s defines the subset %s; %s"
                .formatted(
                        service,
                        String.join(", ", undefined),
                        defined.isEmpty()
                                ? "it has no subsets."
                                : "its subsets are " + String.join(", ", defined) + ".");
    }

    /// @param position among the objects of the file
    private record Written(YamlFile file, int position, ConfigTree root) {}

    private Result<ConfigPatch> edit(VirtualService routes, int index, Written written) {
        var list =
                member(written.root, "spec")
                        .flatMap(spec -> member(spec, "http"))
                        .flatMap(http -> item(http, index))
                        .flatMap(route -> member(route, "route"));
        if (!(list.orElse(null) instanceof Sequence destinations)) {
            throw new IllegalStateException("a route that forwards has no list: " + routes.id());
        }
        var patch = new PatchBuilder(written.file);
        var placed = new HashSet<String>();
        for (var item : destinations.items()) {
            if (item instanceof Mapping destination) {
                weigh(patch, destination, routes.meta().namespace(), placed);
            }
        }
        split.percentBySubset()
                .forEach((subset, percent) -> {
                    if (percent > 0 && !placed.contains(subset)) {
                        patch.append(destinations, destination(destinations, subset, percent));
                    }
                });
        return patch.build();
    }

    private void weigh(
            PatchBuilder patch, Mapping destination, String namespace, Set<String> placed) {
        var target = destination.get("destination").orElse(destination);
        var host = text(target, "host");
        var subset = text(target, "subset");
        boolean first = hosts.isMeantBy(host, namespace) && placed.add(subset);
        long percent = first ? split.percent(subset) : 0;
        var weight = destination.get("weight");
        if (weight.isEmpty()) {
            patch.add(destination, "weight", new Value.Whole(percent));
        } else if (!(weight.get() instanceof Scalar now)
                || !now.text().equals(Long.toString(percent))) {
            patch.set(weight.get(), new Value.Whole(percent));
        }
    }

    /// A new item that names the host, and the port, as its neighbours do.
    private Value destination(Sequence neighbours, String subset, int percent) {
        var like =
                neighbours.items().stream().findFirst().flatMap(one -> member(one, "destination"));
        var target = new LinkedHashMap<String, Value>();
        target.put(
                "host",
                new Value.Text(like.map(one -> text(one, "host")).orElse(hosts.fullName())));
        target.put("subset", new Value.Text(subset));
        like.flatMap(one -> member(one, "port"))
                .map(port -> text(port, "number"))
                .filter(number -> number.matches("[0-9]{1,5}"))
                .ifPresent(number -> {
                    var port = new LinkedHashMap<String, Value>();
                    port.put("number", new Value.Whole(Long.parseLong(number)));
                    target.put("port", new Value.Fields(port));
                });
        var item = new LinkedHashMap<String, Value>();
        item.put("destination", new Value.Fields(target));
        item.put("weight", new Value.Whole(percent));
        return new Value.Fields(item);
    }

    /// The patched text is read again, as it will be when it has been written.
    private Result<ConfigPatch> checked(int position, int index, ConfigPatch patch) {
        return YamlFile.parse(patch.file(), patch.after())
                .then(yaml -> {
                    var decoded = DECODER.decode(yaml, yaml.objects().get(position));
                    requireAsAsked(decoded, index);
                    return Result.of(patch, decoded.problems());
                });
    }

    /// Only a bug can make a valid result say something else than was asked.
    private void requireAsAsked(Decoded decoded, int index) {
        if (decoded.resource().orElse(null) instanceof VirtualService result
                && result.http().get(index).action() instanceof HttpAction.Forward(var to)) {
            var shares = new LinkedHashMap<String, Integer>();
            to.stream()
                    .filter(one -> one.weight() > 0)
                    .forEach(one ->
                            shares.merge(one.destination().subset(), one.weight(), Integer::sum));
            var asked = new LinkedHashMap<>(split.percentBySubset());
            asked.values().removeIf(percent -> percent == 0);
            if (!shares.equals(asked)) {
                throw new IllegalStateException("asked " + asked + ", patched to " + shares);
            }
        }
    }

    private String summary() {
        return split.percentBySubset().entrySet().stream()
                .map(share -> share.getKey() + "=" + share.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Optional<ConfigTree> member(ConfigTree tree, String name) {
        return tree instanceof Mapping mapping ? mapping.get(name) : Optional.empty();
    }

    private static Optional<ConfigTree> item(ConfigTree tree, int index) {
        return tree instanceof Sequence sequence && index < sequence.items().size()
                ? Optional.of(sequence.items().get(index))
                : Optional.empty();
    }

    private static String text(ConfigTree tree, String name) {
        return member(tree, name).orElse(tree) instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Result<Plan> refused(String code, String message) {
        return Result.err(Problem.error(code, Place.NOWHERE, message));
    }
}
