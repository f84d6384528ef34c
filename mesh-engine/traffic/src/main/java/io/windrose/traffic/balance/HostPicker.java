package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.LoadBalancing;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Picks among hosts that are all eligible. Confined to one event loop.
sealed interface HostPicker {

    /// @param hash of the request, for pickers that go by it; drawn at random when it has none
    /// @return null when there are no hosts
    @Nullable Host pick(long hash);

    static HostPicker of(LoadBalancing.Policy policy, List<Host> hosts, RandomGenerator random) {
        return switch (policy) {
            case LoadBalancing.RoundRobin() ->
                    equalWeights(hosts)
                            ? new Rotation(hosts, random)
                            : Weighted.of(hosts, 0, random);
            case LoadBalancing.LeastRequest(var choices) ->
                    equalWeights(hosts)
                            ? new LeastOf(hosts, choices, random)
                            : Weighted.of(hosts, 1, random);
            case LoadBalancing.Random() -> new Anyone(hosts, random);
            case LoadBalancing.RingHash(var min, var max) -> RingBuilder.build(hosts, min, max);
            case LoadBalancing.Maglev(var size) -> new MaglevTable(hosts, size);
            case LoadBalancing.AsDialled() -> new Anyone(List.of(), random);
        };
    }

    private static boolean equalWeights(List<Host> hosts) {
        return hosts.stream().mapToInt(host -> host.endpoint().weight()).distinct().count() <= 1;
    }

    /// One after the other, from a random start.
    final class Rotation implements HostPicker {
        private final List<Host> hosts;
        private int next;

        Rotation(List<Host> hosts, RandomGenerator random) {
            this.hosts = hosts;
            next = hosts.isEmpty() ? 0 : random.nextInt(hosts.size());
        }

        @Override
        public @Nullable Host pick(long hash) {
            if (hosts.isEmpty()) {
                return null;
            }
            next = next + 1 < hosts.size() ? next + 1 : 0;
            return hosts.get(next);
        }
    }

    /// The least busy of a few that are drawn.
    record LeastOf(List<Host> hosts, int choices, RandomGenerator random) implements HostPicker {

        @Override
        public @Nullable Host pick(long hash) {
            if (hosts.isEmpty()) {
                return null;
            }
            var best = hosts.get(random.nextInt(hosts.size()));
            for (int i = 1; i < choices; i++) {
                var other = hosts.get(random.nextInt(hosts.size()));
                if (other.active() < best.active()) {
                    best = other;
                }
            }
            return best;
        }
    }

    record Anyone(List<Host> hosts, RandomGenerator random) implements HostPicker {

        @Override
        public @Nullable Host pick(long hash) {
            return hosts.isEmpty() ? null : hosts.get(random.nextInt(hosts.size()));
        }
    }

    /// By weight; a busy host's weight counts less.
    ///
    /// @param bias 0 when business does not matter, 1 when the weight is divided by it
    record Weighted(Schedule<Host> schedule, int bias) implements HostPicker {

        static Weighted of(List<Host> hosts, int bias, RandomGenerator random) {
            var schedule = new Schedule<Host>();
            var picker = new Weighted(schedule, bias);
            hosts.forEach(host -> schedule.add(host, picker.weight(host)));
            for (int skip = hosts.isEmpty() ? 0 : random.nextInt(hosts.size()); skip > 0; skip--) {
                picker.pick(0);
            }
            return picker;
        }

        @Override
        public @Nullable Host pick(long hash) {
            return schedule.next(this::weight);
        }

        private double weight(Host host) {
            double weight = host.endpoint().weight();
            return bias == 0 ? weight : weight / (host.active() + 1);
        }
    }

    /// By the request's hash: the first host at or behind it on the ring, around the end if need
    /// be.
    final class HashRing implements HostPicker {
        private final long[] positions;
        private final List<Host> hosts;

        /// @param positions ascending, unsigned
        /// @param hosts one per position
        HashRing(long[] positions, List<Host> hosts) {
            this.positions = positions;
            this.hosts = hosts;
        }

        @Override
        public @Nullable Host pick(long hash) {
            if (positions.length == 0) {
                return null;
            }
            int low = 0;
            int high = positions.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(positions[middle], hash) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return hosts.get(low == positions.length ? 0 : low);
        }
    }

    /// By the request's hash, in a table that names a host in each cell.
    final class MaglevTable implements HostPicker {
        private final int[] table;
        private final List<Host> hosts;

        /// @param size of the table, a prime
        MaglevTable(List<Host> hosts, int size) {
            this.hosts = hosts;
            table = Maglev.table(hosts, size);
        }

        @Override
        public @Nullable Host pick(long hash) {
            return hosts.isEmpty()
                    ? null
                    : hosts.get(table[(int) Long.remainderUnsigned(hash, table.length)]);
        }
    }
}
