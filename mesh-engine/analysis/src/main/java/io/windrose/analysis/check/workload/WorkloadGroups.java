package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.syntax.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// WorkloadGroups: that their service account is there, and that each has labels of its own.
final class WorkloadGroups implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1701", "KIA1702");
    }

    private record Labelled(String namespace, Map<String, String> labels) {}

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var accounts = new HashMap<String, Set<String>>();
        mesh.all(Kinds.SERVICE_ACCOUNT)
                .forEach(one ->
                        accounts.computeIfAbsent(one.namespace(), _ -> new TreeSet<>())
                                .add(one.name()));
        var groups = new HashMap<Labelled, List<MeshObject>>();
        for (var group : mesh.all(Kinds.WORKLOAD_GROUP)) {
            // without any account, those of the namespace are not among the objects
            var known = accounts.get(group.namespace());
            if (known != null) {
                account(group.spec().get("template", "serviceAccount"), known, found);
            }
            var labels = group.spec().words("metadata", "labels");
            if (!labels.isEmpty()) {
                groups.computeIfAbsent(
                                new Labelled(group.namespace(), new TreeMap<>(labels)),
                                _ -> new ArrayList<>())
                        .add(group);
            }
        }
        groups.values().forEach(same -> same.forEach(one -> labels(one, same, found)));
    }

    private static void account(Node account, Set<String> known, Consumer<Finding> found) {
        var name = account.text();
        if (name.isEmpty() || name.equals("default") || known.contains(name)) {
            return;
        }
        var finding =
                Finding.of(
                        "KIA1701",
                        account,
                        ("There is no service account %s in namespace %s, so that machines of"
                                        + " the group get no certificate.")
                                .formatted(name, account.object().namespace()));
        found.accept(
                Spelling.nearest(name, known)
                        .map(near ->
                                finding.with(
                                        Fix.of(
                                                "Change to " + near,
                                                account.object(),
                                                patch ->
                                                        patch.set(account.tree(), new Text(near)))))
                        .orElse(finding));
    }

    private static void labels(MeshObject group, List<MeshObject> same, Consumer<Finding> found) {
        var others =
                same.stream()
                        .filter(one -> !one.isSameAs(group))
                        .map(MeshObject::name)
                        .collect(Collectors.joining(" and "));
        if (!others.isEmpty()) {
            found.accept(
                    Finding.of(
                            "KIA1702",
                            group.spec().get("metadata", "labels"),
                            ("%s has the same labels, so that no selector tells their machines"
                                            + " apart; give each group a label of its own.")
                                    .formatted(others)));
        }
    }
}
