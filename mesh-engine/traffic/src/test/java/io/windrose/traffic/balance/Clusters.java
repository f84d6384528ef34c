package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.Endpoint.Health;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.cluster.LoadBalancing;
import io.windrose.traffic.cluster.Locality;
import java.time.Duration;
import java.util.List;

/// Clusters for tests.
final class Clusters {

    private Clusters() {}

    static Cluster of(LoadBalancing balancing, Locality... localities) {
        return new Cluster(
                "c",
                Cluster.Type.EDS,
                List.of(localities),
                balancing,
                Duration.ofSeconds(5),
                CircuitBreakers.DEFAULT,
                null,
                null,
                HttpProtocol.DEFAULT,
                "",
                List.of(),
                true,
                false,
                null,
                null,
                Cluster.DEFAULT_BUFFER_LIMIT);
    }

    static Locality place(int weight, int priority, Endpoint... endpoints) {
        return new Locality("r", "z" + weight, "", weight, priority, List.of(endpoints));
    }

    static Endpoint host(String name, int weight) {
        return host(name, weight, Health.HEALTHY);
    }

    static Endpoint host(String name, int weight, Health health) {
        return new Endpoint(name, 80, "", weight, health, null, "");
    }
}
