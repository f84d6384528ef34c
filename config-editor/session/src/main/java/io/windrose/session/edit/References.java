package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.TextEdit;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import io.windrose.registry.ShortName;
import io.windrose.session.edit.Finding.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Destinations of one document that name a subset which nobody defines. Requests sent there are
/// answered 503 with the flag NC. Where the host has no subsets at all, they may come from
/// elsewhere: then it is a warning.
final class References {
    private static final String NO_SUBSET = "MESH1840";
    private static final List<String> DESTINATIONS = List.of("destination", "mirror");

    private final YamlFile file;
    private final YamlDocument document;
    private final String label;
    private final ConfigSnapshot config;
    private final String namespace;

    /// @param config with the draft in it
    References(YamlFile file, YamlDocument document, String label, ConfigSnapshot config) {
        this.file = file;
        this.document = document;
        this.label = label;
        this.config = config;
        namespace = namespace(document.root());
    }

    List<Finding> findings(TextPlaces places) {
        var findings = new ArrayList<Finding>();
        if (label.startsWith("VirtualService ")) {
            visit(document.root(), "", places, findings);
        }
        return findings;
    }

    /// Of the namespace's own default where the document does not say.
    static String namespace(ConfigTree root) {
        return root instanceof Mapping object
                        && object.get("metadata").orElse(root) instanceof Mapping metadata
                        && metadata.get("namespace").orElse(root) instanceof Scalar name
                ? name.text()
                : "default";
    }

    /// The subsets that the DestinationRules of a host define.
    static SortedSet<String> subsets(ConfigSnapshot config, String host, String namespace) {
        var full = ShortName.complete(host, namespace);
        var subsets = new TreeSet<String>();
        config.all(DestinationRule.class).stream()
                .filter(rule ->
                        ShortName.complete(rule.host(), rule.meta().namespace()).equals(full))
                .flatMap(rule -> rule.subsets().stream())
                .forEach(subset -> subsets.add(subset.name()));
        return subsets;
    }

    private void visit(ConfigTree tree, String path, TextPlaces places, List<Finding> findings) {
        switch (tree) {
            case Mapping mapping -> {
                for (var entry : mapping.entries()) {
                    var inner = FieldPath.child(path, entry.key().text());
                    if (DESTINATIONS.contains(entry.key().text())) {
                        check(entry.value(), inner, places, findings);
                    }
                    visit(entry.value(), inner, places, findings);
                }
            }
            case Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    visit(list.items().get(i), path + "[" + i + "]", places, findings);
                }
            }
            case Scalar _ -> {
                // a value names no destination
            }
        }
    }

    private void check(
            ConfigTree destination, String path, TextPlaces places, List<Finding> findings) {
        if (!(destination instanceof Mapping target)
                || !(target.get("host").orElse(target) instanceof Scalar host)
                || !(target.get("subset").orElse(target) instanceof Scalar subset)
                || subset.text().isEmpty()) {
            return;
        }
        var defined = subsets(config, host.text(), namespace);
        if (defined.contains(subset.text())) {
            return;
        }
        var problem =
                new Problem(
                        NO_SUBSET,
                        defined.isEmpty() ? Severity.WARNING : Severity.ERROR,
                        subset.span()
                                .in(file.name())
                                .withResource(label)
                                .withPath(FieldPath.child(path, "subset")),
                        message(host.text(), subset.text(), defined));
        var range = places.range(problem.place());
        findings.add(
                new Finding(
                        problem, range.start(), range.end(), fixes(subset.text(), defined, range)));
    }

    private static String message(String host, String subset, SortedSet<String> defined) {
        return defined.isEmpty()
                ? "Subset %s of host %s is not defined: no DestinationRule of that host has subsets."
                        .formatted(subset, host)
                : "Subset %s of host %s is not defined; there is %s."
                        .formatted(subset, host, String.join(", ", defined));
    }

    private static List<Fix> fixes(
            String subset, SortedSet<String> defined, TextPlaces.Range range) {
        if (defined.isEmpty()) {
            return List.of();
        }
        var best = Spelling.nearest(subset, defined.reversed()).orElse(defined.last());
        var order = new ArrayList<>(defined);
        order.remove(best);
        order.addFirst(best);
        return order.stream()
                .limit(3)
                .map(one ->
                        new Fix("Change to " + one, new TextEdit(range.start(), range.end(), one)))
                .toList();
    }
}
