package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.LoadBalancing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which host of a cluster gets the next request: first a priority, then, where localities have
/// weights, a locality, then a host by the cluster's policy.
///
/// Confined to one event loop; its hosts are shared. It notices by itself when a host begins or
/// ceases to sit out. A change of the cluster needs a new balancer.
public final class Balancer {

    /// The hosts among which a request ends up once its priority is known, by locality if that
    /// matters; null `places` when it does not.
    private record Tier(HostPicker hosts, @Nullable Schedule<WeightedPlace> places) {

        @Nullable Host pick(long hash) {
            if (places == null) {
                return hosts.pick(hash);
            }
            var place = places.next(WeightedPlace::weight);
            return place == null ? null : place.hosts().pick(hash);
        }
    }

    private record WeightedPlace(double weight, HostPicker hosts) {}

    private final Hosts hosts;
    private final LoadBalancing balancing;
    private final RandomGenerator random;
    private int healthVersion;
    private PriorityLoads loads;
    private List<Tier> healthy;
    private List<Tier> degraded;

    public Balancer(Hosts hosts, RandomGenerator random) {
        this.hosts = hosts;
        this.random = random;
        balancing = hosts.cluster().balancing();
        healthVersion = hosts.healthVersion();
        loads = loads();
        healthy = tiers(Host::isHealthy);
        degraded = tiers(Host::isDegraded);
    }

    /// @return null when no host can be used: the answer is 503 with flag `UH`
    public @Nullable Host pick() {
        return pick(random.nextLong());
    }

    /// @param hash of the request, for clusters that balance by it
    public @Nullable Host pick(long hash) {
        if (hosts.all().isEmpty()) {
            return null;
        }
        if (healthVersion != hosts.healthVersion()) {
            healthVersion = hosts.healthVersion();
            loads = loads();
            healthy = tiers(Host::isHealthy);
            degraded = tiers(Host::isDegraded);
        }
        int point = (int) Long.remainderUnsigned(hash, 100);
        for (int i = 0; i < loads.priorities(); i++) {
            point -= loads.healthy(i);
            if (point < 0) {
                return healthy.get(i).pick(hash);
            }
        }
        for (int i = 0; i < loads.priorities(); i++) {
            point -= loads.degraded(i);
            if (point < 0) {
                return degraded.get(i).pick(hash);
            }
        }
        throw new IllegalStateException("loads of " + hosts.cluster().name() + " are not 100");
    }

    /// A host for another attempt.
    ///
    /// @param tried hosts to avoid
    /// @param attempts how often to draw again; the last host drawn is taken even if it was tried
    public @Nullable Host pickAnother(List<Host> tried, int attempts) {
        var host = pick();
        for (int i = 0; i < attempts && host != null && isTried(host, tried); i++) {
            host = pick();
        }
        return host;
    }

    private static boolean isTried(Host host, List<Host> tried) {
        for (int i = 0; i < tried.size(); i++) {
            if (tried.get(i).endpoint().key().equals(host.endpoint().key())) {
                return true;
            }
        }
        return false;
    }

    private PriorityLoads loads() {
        return PriorityLoads.of(
                count(_ -> true),
                count(Host::isHealthy),
                count(Host::isDegraded),
                balancing.panicPercent());
    }

    private int[] count(Predicate<Host> which) {
        return hosts.priorities().stream()
                .mapToInt(places ->
                        places.stream()
                                .mapToInt(
                                        place -> (int) place.hosts().stream().filter(which).count())
                                .sum())
                .toArray();
    }

    private List<Tier> tiers(Predicate<Host> which) {
        var tiers = new ArrayList<Tier>();
        for (int i = 0; i < hosts.priorities().size(); i++) {
            var places = hosts.priorities().get(i);
            boolean panic = loads.panic(i);
            tiers.add(tier(places, panic ? _ -> true : which, panic));
        }
        return tiers;
    }

    private Tier tier(List<Hosts.Place> places, Predicate<Host> which, boolean panic) {
        var all = places.stream().flatMap(place -> place.hosts().stream()).filter(which).toList();
        boolean weighted = places.stream().anyMatch(place -> place.weight() > 0);
        return new Tier(
                HostPicker.of(balancing.policy(), all, random),
                balancing.byLocality() && weighted && !panic ? schedule(places, which) : null);
    }

    private Schedule<WeightedPlace> schedule(List<Hosts.Place> places, Predicate<Host> which) {
        var schedule = new Schedule<WeightedPlace>();
        for (var place : places) {
            var eligible = place.hosts().stream().filter(which).toList();
            if (place.weight() > 0 && !eligible.isEmpty()) {
                double share =
                        PriorityLoads.OVERPROVISIONING_PERCENT
                                / 100.0
                                * eligible.size()
                                / place.hosts().size();
                double weight = place.weight() * Math.min(1, share);
                schedule.add(
                        new WeightedPlace(
                                weight, HostPicker.of(balancing.policy(), eligible, random)),
                        weight);
            }
        }
        return schedule;
    }
}
