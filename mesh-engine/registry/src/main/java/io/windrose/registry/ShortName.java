package io.windrose.registry;

import io.windrose.kernel.Hostname;

/// The rule by which a host without a dot stands for a Kubernetes Service.
public final class ShortName {
    /// What follows the namespace in the name of every Kubernetes Service.
    public static final String SERVICE_DOMAIN = "svc.cluster.local";

    private ShortName() {}

    /// `reviews` in namespace `default` is `reviews.default.svc.cluster.local`; `*` and names with
    /// dots are complete.
    ///
    /// @param namespace of the resource that uses the name
    public static Hostname complete(String host, String namespace) {
        boolean complete = host.isEmpty() || host.equals("*") || host.contains(".");
        return new Hostname(complete ? host : ofService(host, namespace));
    }

    static String ofService(String name, String namespace) {
        return name + "." + namespace + "." + SERVICE_DOMAIN;
    }
}
