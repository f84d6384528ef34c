package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Findings;
import io.windrose.kernel.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a document of one kind may say. All versions of a kind are one model.
///
/// @param group empty for Kubernetes' core group
/// @param versions those that are served; the first is the one that is stored
/// @param plural as in the path of the API; empty for a kind that only a file has
/// @param shortNames as `kubectl get` takes them
/// @param columns that `kubectl get` shows beside name and age: title to path
/// @param body the whole document; `metadata` is not judged here
public record KindSchema(
        String kind,
        String group,
        List<String> versions,
        String plural,
        List<String> shortNames,
        boolean namespaced,
        Help help,
        SequencedMap<String, String> columns,
        Shape.Section body) {

    public KindSchema {
        versions = List.copyOf(versions);
        shortNames = List.copyOf(shortNames);
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /// As a document names it: the version alone in Kubernetes' core group.
    public String apiVersion(String version) {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// Whether a cluster keeps objects of it, so that they have names.
    public boolean isServed() {
        return !plural.isEmpty();
    }

    /// @param path as problems write it; the numbers of items may be left out
    /// @return empty for keys that the user chooses, and for what no such document has
    public Optional<Field> field(String path) {
        return FieldSearch.find(body, path);
    }

    /// @param file and `label` as problems name the file and the resource
    /// @param unknownField how much a field matters that the kind does not have
    public Judged judge(String file, String label, Mapping document, Severity unknownField) {
        var judge =
                new Judge(file, label, unknownField, Optional.empty(), /* underscores= */ false);
        var stored = new Nulls(judge::isNull).without(document, body);
        judge.section(body, stored, Spot.root(document));
        return new Judged(stored, judge.findings());
    }

    /// @param stored the document without the members whose `null` stands for absence
    /// @param findings what is wrong with it, in the order of the schema
    public record Judged(Mapping stored, Findings findings) {}
}
