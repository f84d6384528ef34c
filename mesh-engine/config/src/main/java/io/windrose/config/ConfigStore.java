package io.windrose.config;

import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The only writer of the configuration: takes what sources report and publishes the whole.
///
/// The state is confined to `owner`; [#apply] and [#snapshots] may be used from any thread.
public final class ConfigStore {
    private final Owner owner;
    private final Live<ConfigSnapshot> snapshots = new Live<>(ConfigSnapshot.EMPTY);
    private final Map<String, SortedMap<String, Held>> files = new LinkedHashMap<>();

    /// @param sources by name; of one object in several the last source wins
    public ConfigStore(Owner owner, List<String> sources) {
        this.owner = owner;
        sources.forEach(source -> files.put(source, new TreeMap<>()));
    }

    public Live<ConfigSnapshot> snapshots() {
        return snapshots;
    }

    /// Applies all changes as one: there is one new snapshot, or none when nothing differs.
    public void apply(List<ConfigChange> changes) {
        owner.execute(() -> {
            changes.forEach(this::take);
            publish();
        });
    }

    private void take(ConfigChange change) {
        var held = files.get(change.source());
        if (held == null) {
            throw new IllegalArgumentException("no source of that name: " + change.source());
        }
        var before = held.getOrDefault(change.path(), Held.NOTHING);
        switch (change) {
            case ConfigChange.Removed _ -> held.remove(change.path());
            case ConfigChange.Unreadable(_, var path, var findings) ->
                    held.put(path, new Held(before.resources, findings));
            case ConfigChange.Put put -> {
                var resources = new ArrayList<>(put.resources());
                before.resources.stream()
                        .filter(old -> put.broken().contains(old.id()))
                        .forEach(resources::add);
                held.put(put.path(), new Held(resources, put.findings()));
            }
        }
    }

    private void publish() {
        var resources = new HashMap<ResourceId, Resource>();
        var findings = new ArrayList<Problem>();
        for (var source : files.values()) {
            for (var held : source.values()) {
                findings.addAll(held.findings);
                for (var resource : held.resources) {
                    var hidden = resources.put(resource.id(), resource);
                    if (hidden != null) {
                        findings.add(hides(resource, hidden));
                    }
                }
            }
        }
        var last = snapshots.get();
        var next =
                new ConfigSnapshot(
                        last.version() + 1,
                        new TreeMap<>(resources),
                        findings.stream().distinct().toList());
        boolean same =
                next.resources().equals(last.resources())
                        && next.findings().equals(last.findings());
        if (!same) {
            snapshots.set(next);
        }
    }

    private static Problem hides(Resource winner, Resource hidden) {
        return Problem.warning(
                "MESH0200",
                hidden.origin().place().withResource(winner.id().toString()),
                "%s also stands in %s, which comes later and wins; delete one of the two."
                        .formatted(winner.id(), winner.origin().place()));
    }

    /// What a file last held that was good, and what is to be said about it.
    private record Held(List<Resource> resources, List<Problem> findings) {
        static final Held NOTHING = new Held(List.of(), List.of());
    }
}
