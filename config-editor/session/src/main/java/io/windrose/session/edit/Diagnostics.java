package io.windrose.session.edit;

import io.windrose.config.ConfigChange;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.file.FileSource;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.registry.MeshBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Says what is wrong with drafts: as YAML, by the schema and rules of each kind, and together with
/// everything else that is configured. It is what the engine itself would find, with unknown fields
/// as errors, the way the API server's strict validation has it.
///
/// Pure; a file of some hundred lines takes a few milliseconds.
public final class Diagnostics {
    private Diagnostics() {}

    /// @param text with `\n` for every line break
    /// @param applied everything that is configured, this file's last good state included
    public static Diagnosis of(Path file, String text, ConfigSnapshot applied) {
        var read = ReadFile.of(file, text);
        var others = others(List.of(read), applied).getOrDefault(file.toString(), List.of());
        return read.alone().and(plain(others, text));
    }

    /// What the store and the mesh find about objects that are each well said by themselves, by
    /// their files.
    static Map<String, List<Problem>> others(Collection<ReadFile> files, ConfigSnapshot applied) {
        var config = together(files, applied);
        var byFile = new HashMap<String, List<Problem>>();
        var found = new ArrayList<>(config.findings());
        found.addAll(MeshBuilder.build(config).findings());
        for (var problem : found) {
            byFile.computeIfAbsent(problem.place().file(), _ -> new ArrayList<>()).add(problem);
        }
        return byFile;
    }

    static List<Finding> plain(List<Problem> problems, String text) {
        if (problems.isEmpty()) {
            return List.of();
        }
        var places = new TextPlaces(text);
        return problems.stream().map(one -> ReadFile.plain(one, places)).toList();
    }

    /// The configuration as it would be with these files, by the rules of the store. What cannot be
    /// read at all keeps its last good state.
    private static ConfigSnapshot together(Collection<ReadFile> files, ConfigSnapshot applied) {
        var byFile = new TreeMap<String, List<Resource>>();
        applied.resources()
                .values()
                .forEach(resource ->
                        byFile.computeIfAbsent(resource.origin().file(), _ -> new ArrayList<>())
                                .add(resource));
        var changes = new ArrayList<ConfigChange>();
        byFile.forEach((name, resources) ->
                changes.add(
                        new ConfigChange.Put(
                                FileSource.NAME, name, resources, Set.of(), List.of())));
        files.stream().filter(ReadFile::isYaml).map(ReadFile::change).forEach(changes::add);
        var store = new ConfigStore(Owner.direct(), List.of(FileSource.NAME));
        store.apply(changes);
        return store.snapshots().get();
    }
}
