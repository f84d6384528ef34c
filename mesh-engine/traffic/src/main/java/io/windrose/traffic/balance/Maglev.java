package io.windrose.traffic.balance;

import java.util.Arrays;
import java.util.List;

/// Fills a table in which each host has cells in proportion to its weight, and keeps most of them
/// when others come and go.
///
/// @see <a
///   href="https://research.google/pubs/maglev-a-fast-and-reliable-software-network-load-balancer/">Maglev</a>,
///   section 3.4
final class Maglev {

    private Maglev() {}

    /// @param size a prime
    /// @return indexes into `hosts`; meaningless when there are none
    static int[] table(List<Host> hosts, int size) {
        var table = new int[size];
        if (hosts.isEmpty()) {
            return table;
        }
        Arrays.fill(table, -1);
        int count = hosts.size();
        var next = new long[count];
        var skip = new long[count];
        var due = new double[count];
        double heaviest = 0;
        for (int i = 0; i < count; i++) {
            var key = hosts.get(i).endpoint().key();
            next[i] = Long.remainderUnsigned(XxHash64.of(key), size);
            skip[i] = Long.remainderUnsigned(XxHash64.of(key, 1), size - 1) + 1;
            heaviest = Math.max(heaviest, hosts.get(i).endpoint().weight());
        }
        int filled = 0;
        for (int round = 1; filled < size; round++) {
            for (int i = 0; i < count && filled < size; i++) {
                double weight = hosts.get(i).endpoint().weight();
                if (round * weight < due[i]) {
                    continue;
                }
                due[i] += heaviest;
                while (table[(int) next[i]] >= 0) {
                    next[i] = (next[i] + skip[i]) % size;
                }
                table[(int) next[i]] = i;
                filled++;
            }
        }
        return table;
    }
}
