package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The hosts of a cluster at one moment, shared by all event loops.
///
/// The next moment's hosts are made from these, so that a host keeps its counters and its ejection
/// for as long as its address stays.
public final class Hosts {

    /// @param weight of the locality; 0 when it has none
    record Place(int weight, List<Host> hosts) {}

    private final Cluster cluster;
    private final List<List<Place>> priorities;
    private final List<Host> all;
    private final Map<String, HostState> states;
    private final AtomicInteger healthChanges;

    private Hosts(
            Cluster cluster,
            List<List<Place>> priorities,
            Map<String, HostState> states,
            AtomicInteger healthChanges) {
        this.cluster = cluster;
        this.priorities = priorities;
        this.states = states;
        this.healthChanges = healthChanges;
        all =
                priorities.stream()
                        .flatMap(List::stream)
                        .flatMap(place -> place.hosts().stream())
                        .toList();
    }

    /// @param previous null for a cluster that was not there before
    public static Hosts of(Cluster cluster, @Nullable Hosts previous) {
        var states = new HashMap<String, HostState>();
        var byPriority = new TreeMap<Integer, List<Place>>();
        for (var locality : cluster.localities()) {
            var hosts = new ArrayList<Host>();
            for (var endpoint : locality.endpoints()) {
                var state = states.computeIfAbsent(endpoint.key(), key -> stateOf(key, previous));
                hosts.add(new Host(endpoint, state));
            }
            byPriority
                    .computeIfAbsent(locality.priority(), _ -> new ArrayList<>())
                    .add(new Place(locality.weight(), List.copyOf(hosts)));
        }
        return new Hosts(
                cluster,
                byPriority.values().stream().map(List::copyOf).toList(),
                states,
                previous == null ? new AtomicInteger() : previous.healthChanges);
    }

    public Cluster cluster() {
        return cluster;
    }

    /// Every host, whether or not it is healthy.
    public List<Host> all() {
        return all;
    }

    /// From the first choice to the last; the localities of each.
    List<List<Place>> priorities() {
        return priorities;
    }

    /// Changes whenever a host begins or ceases to sit out.
    int healthVersion() {
        return healthChanges.get();
    }

    void healthChanged() {
        healthChanges.incrementAndGet();
    }

    private static HostState stateOf(String key, @Nullable Hosts previous) {
        var known = previous == null ? null : previous.states.get(key);
        return known == null ? new HostState() : known;
    }
}
