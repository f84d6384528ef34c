package io.windrose.traffic.balance;

import java.util.Arrays;

/// How many percent of the requests each priority gets, and whether its health still counts.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/priority">Priority
///   levels</a>
final class PriorityLoads {

    /// A priority counts as whole while so many percent, divided by 1.4, of its hosts are healthy.
    static final int OVERPROVISIONING_PERCENT = 140;

    private final int[] healthy;
    private final int[] degraded;
    private final boolean[] panic;

    private PriorityLoads(int[] healthy, int[] degraded, boolean[] panic) {
        this.healthy = healthy;
        this.degraded = degraded;
        this.panic = panic;
    }

    /// Each array has one number per priority.
    static PriorityLoads of(int[] hosts, int[] healthy, int[] degraded, double panicPercent) {
        int count = hosts.length;
        var healthyShare = shares(healthy, hosts);
        var degradedShare = shares(degraded, hosts);
        int available =
                Math.min(
                        100,
                        Arrays.stream(healthyShare).sum() + Arrays.stream(degradedShare).sum());
        var panic = new boolean[count];
        if (count > 0 && available == 0 && panicPercent == 0) {
            var all = new int[count];
            all[0] = 100;
            return new PriorityLoads(all, new int[count], panic);
        }
        boolean totalPanic = true;
        for (int i = 0; i < count; i++) {
            panic[i] = available < 100 && isIll(hosts[i], healthy[i] + degraded[i], panicPercent);
            totalPanic &= panic[i];
        }
        if (totalPanic) {
            return new PriorityLoads(byHosts(hosts), new int[count], panic);
        }
        var healthyLoad = new int[count];
        var degradedLoad = new int[count];
        int left = spread(healthyShare, available, 100, healthyLoad);
        left = spread(degradedShare, available, left, degradedLoad);
        giveRest(left, healthyShare, healthyLoad, degradedShare, degradedLoad);
        return new PriorityLoads(healthyLoad, degradedLoad, panic);
    }

    int priorities() {
        return healthy.length;
    }

    /// @return percent for the healthy hosts of this priority; all percents together are 100
    int healthy(int priority) {
        return healthy[priority];
    }

    /// @return percent for its degraded hosts
    int degraded(int priority) {
        return degraded[priority];
    }

    /// Whether the priority is so ill that all its hosts are used.
    boolean panic(int priority) {
        return panic[priority];
    }

    private static int[] shares(int[] able, int[] hosts) {
        var shares = new int[hosts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] =
                    hosts[i] == 0
                            ? 0
                            : Math.min(100, OVERPROVISIONING_PERCENT * able[i] / hosts[i]);
        }
        return shares;
    }

    private static boolean isIll(int hosts, int able, double panicPercent) {
        return (hosts == 0 ? 0 : 100.0 * able / hosts) < panicPercent;
    }

    /// @return the percent that nobody took
    private static int spread(int[] shares, int available, int total, int[] loads) {
        int left = total;
        for (int i = 0; i < shares.length; i++) {
            loads[i] = available == 0 ? 0 : Math.min(left, shares[i] * 100 / available);
            left -= loads[i];
        }
        return left;
    }

    /// What rounding left over goes to the first priority that is able at all.
    private static void giveRest(
            int rest, int[] healthy, int[] healthyLoad, int[] degraded, int[] degradedLoad) {
        for (int i = 0; i < healthy.length; i++) {
            if (healthy[i] > 0) {
                healthyLoad[i] += rest;
                return;
            }
        }
        for (int i = 0; i < degraded.length; i++) {
            if (degraded[i] > 0) {
                degradedLoad[i] += rest;
                return;
            }
        }
    }

    /// Everybody is ill: priorities share by their size.
    private static int[] byHosts(int[] hosts) {
        int total = Arrays.stream(hosts).sum();
        var loads = new int[hosts.length];
        int left = 100;
        for (int i = 0; i < hosts.length; i++) {
            loads[i] = total == 0 ? 0 : 100 * hosts[i] / total;
            left -= loads[i];
        }
        for (int i = 0; i < hosts.length && left > 0; i++) {
            if (hosts[i] > 0 || total == 0) {
                loads[i] += left;
                left = 0;
            }
        }
        return loads;
    }
}
