package io.windrose.topology;

import java.util.Comparator;

/// The identity of something that sends or receives traffic.
///
/// Every part that a kind does not have is empty, so that `id` alone tells two nodes apart.
public sealed interface Node extends Comparable<Node> {

    /// An application, or one version of it.
    ///
    /// @param version empty where the graph does not tell versions apart
    record App(String cluster, String namespace, String app, String version) implements Node {
        @Override
        public String id() {
            var all = "app:" + cluster + "/" + namespace + "/" + app;
            return version.isEmpty() ? all : all + "@" + version;
        }

        @Override
        public String name() {
            return app;
        }
    }

    /// A deployment, stateful set or whatever else runs pods.
    record Workload(String cluster, String namespace, String workload) implements Node {
        @Override
        public String id() {
            return "workload:" + cluster + "/" + namespace + "/" + workload;
        }

        @Override
        public String name() {
            return workload;
        }
    }

    /// What clients address; also a destination outside the mesh that only its host name tells.
    record Service(String cluster, String namespace, String service) implements Node {
        @Override
        public String id() {
            return "service:" + cluster + "/" + namespace + "/" + service;
        }

        @Override
        public String name() {
            return service;
        }
    }

    /// Everything of which no proxy knew anything: clients without a proxy, hosts without a route.
    record Unknown() implements Node {
        @Override
        public String id() {
            return "unknown";
        }

        @Override
        public String cluster() {
            return "";
        }

        @Override
        public String namespace() {
            return "";
        }

        @Override
        public String name() {
            return "unknown";
        }
    }

    /// That of the ids, without building them.
    Comparator<Node> ORDER = NodeOrder::compare;

    /// `app:CLUSTER/NAMESPACE/APP[@VERSION]`, `workload:...`, `service:...` or `unknown`.
    String id();

    String cluster();

    String namespace();

    String name();

    /// `app`, `workload`, `service` or `unknown`.
    default String kind() {
        return switch (this) {
            case App _ -> "app";
            case Workload _ -> "workload";
            case Service _ -> "service";
            case Unknown _ -> "unknown";
        };
    }

    @Override
    default int compareTo(Node other) {
        return ORDER.compare(this, other);
    }
}
