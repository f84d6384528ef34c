package io.windrose.traffic.balance;

import java.util.ArrayList;
import java.util.List;

/// Lays hosts out on a ring, each at as many points as its weight deserves.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#ring-hash">Ring
///   hash</a>
final class RingBuilder {

    private record Point(long position, Host host) {}

    private RingBuilder() {}

    static HostPicker.HashRing build(List<Host> hosts, long minSize, long maxSize) {
        double total = hosts.stream().mapToLong(host -> host.endpoint().weight()).sum();
        double lightest =
                hosts.stream().mapToLong(host -> host.endpoint().weight()).min().orElse(1) / total;
        double scale = Math.min(Math.ceil(lightest * minSize) / lightest, (double) maxSize);
        var points = new ArrayList<Point>();
        double target = 0;
        double laid = 0;
        for (var host : hosts) {
            target += scale * host.endpoint().weight() / total;
            for (int i = 0; laid < target; i++, laid++) {
                var text = host.endpoint().key() + "_" + i;
                points.add(new Point(XxHash64.of(text), host));
            }
        }
        points.sort((a, b) -> Long.compareUnsigned(a.position(), b.position()));
        return new HostPicker.HashRing(
                points.stream().mapToLong(Point::position).toArray(),
                points.stream().map(Point::host).toList());
    }
}
