package io.windrose.topology;

import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.Party;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Reporter;
import io.windrose.topology.traffic.ServiceName;
import io.windrose.topology.traffic.TrafficSample;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Traffic of a mesh in namespace `default` of cluster `k`, written down the way proxies report it.
public final class Samples {
    public static final Party NOBODY =
            new Party("unknown", "unknown", "unknown", "unknown", "unknown");

    private final List<TrafficSample> samples = new ArrayList<>();
    private final List<LatencySample> latencies = new ArrayList<>();

    public static Party workload(String app, String version) {
        return new Party("k", "default", app + "-" + version, app, version);
    }

    public static Party gateway() {
        return new Party(
                "k", "istio-system", "istio-ingressgateway", "istio-ingressgateway", "latest");
    }

    /// Requests that both ends report, over mutual TLS, all answered with `code`.
    public Samples call(Party source, Party destination, String code, double rate) {
        http(
                Reporter.SOURCE,
                source,
                destination,
                destination.app(),
                code,
                "-",
                PeerSecurity.UNKNOWN,
                rate);
        return http(
                Reporter.DESTINATION,
                source,
                destination,
                destination.app(),
                code,
                "-",
                PeerSecurity.MUTUAL_TLS,
                rate);
    }

    /// Requests that only the destination reports, in plaintext, from somebody without a proxy.
    public Samples plaintext(Party destination, double rate) {
        return http(
                Reporter.DESTINATION,
                NOBODY,
                destination,
                destination.app(),
                "200",
                "-",
                PeerSecurity.NONE,
                rate);
    }

    /// Requests that ended in the source's own proxy.
    public Samples fault(Party source, String service, String code, String flags, double rate) {
        return http(
                Reporter.SOURCE, source, NOBODY, service, code, flags, PeerSecurity.UNKNOWN, rate);
    }

    public Samples http(
            Reporter reporter,
            Party source,
            Party destination,
            String service,
            String code,
            String flags,
            PeerSecurity security,
            double rate) {
        samples.add(
                new TrafficSample(
                        Measure.REQUESTS,
                        reporter,
                        source,
                        destination,
                        service(service),
                        "http",
                        code,
                        "",
                        flags,
                        security,
                        rate));
        return this;
    }

    public Samples tcp(Party source, Party destination, double bytesPerSecond) {
        samples.add(
                new TrafficSample(
                        Measure.TCP_SENT,
                        Reporter.DESTINATION,
                        source,
                        destination,
                        service(destination.app()),
                        "",
                        "",
                        "",
                        "-",
                        PeerSecurity.NONE,
                        bytesPerSecond));
        return this;
    }

    /// @param millis all requests took at most that long, evenly spread from zero
    public Samples took(Party source, Party destination, double rate, double millis) {
        var buckets = new TreeMap<Double, Double>();
        buckets.put(millis, rate);
        buckets.put(Double.POSITIVE_INFINITY, rate);
        latencies.add(
                new LatencySample(
                        Reporter.DESTINATION,
                        source,
                        destination,
                        service(destination.app()),
                        "http",
                        new Histogram(buckets)));
        return this;
    }

    public TrafficWindow window() {
        return new TrafficWindow(
                Instant.parse("2026-11-21T14:05:00Z"), Duration.ofSeconds(60), samples, latencies);
    }

    /// Bookinfo with a canary at 50/30/20, and reviews v3 failing 17.6 % of its requests.
    public static Samples bookinfo() {
        var productpage = workload("productpage", "v1");
        var ratings = workload("ratings", "v1");
        return new Samples()
                .call(gateway(), productpage, "200", 22.4)
                .plaintext(productpage, 2.4)
                .call(productpage, workload("details", "v1"), "200", 24.7)
                .call(productpage, workload("reviews", "v1"), "200", 12.3)
                .call(productpage, workload("reviews", "v2"), "200", 9.8)
                .call(productpage, workload("reviews", "v3"), "200", 2.06)
                .call(productpage, workload("reviews", "v3"), "503", 0.44)
                .call(workload("reviews", "v2"), ratings, "200", 9.8)
                .call(workload("reviews", "v3"), ratings, "200", 2.06)
                .tcp(ratings, workload("mongodb", "v1"), 9_000);
    }

    private static ServiceName service(String name) {
        return new ServiceName(name + ".default.svc.cluster.local", name, "default");
    }
}
