package io.windrose.translate.route;

import io.windrose.kernel.Hostname;
import io.windrose.registry.Resolution;
import io.windrose.registry.Service;
import java.util.ArrayList;
import java.util.List;

/// The names under which a client may call a service. Ports in a Host header are passed over by the
/// route configuration, so they do not stand here.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/httproute.go`, `generateVirtualHostDomains`
final class Domains {
    private static final String SERVICE_INFIX = ".svc.";

    private Domains() {}

    /// The full name, also with the dot that ends an absolute one, what a resolver would complete
    /// to it, and the service's addresses.
    ///
    /// @param dnsDomain of the client, e.g. `default.svc.cluster.local`
    static List<String> of(Service service, String dnsDomain) {
        var domains = new ArrayList<String>();
        domains.add(service.host().value());
        if (!service.host().isWildcard()) {
            domains.add(service.host().value() + ".");
        }
        domains.addAll(shorter(service.host(), dnsDomain));
        if (service.resolution() == Resolution.PASSTHROUGH
                && service.origin() == Service.Origin.KUBERNETES) {
            List.copyOf(domains).forEach(domain -> domains.add("*." + domain));
        }
        service.addresses().stream()
                .filter(Domains::isHost)
                .map(Domains::url)
                .forEach(domains::add);
        return domains;
    }

    /// The search path of a Pod offers the bare name only within the namespace.
    private static List<String> shorter(Hostname host, String dnsDomain) {
        var name = host.value();
        int service = name.indexOf(SERVICE_INFIX);
        int ownNamespace = dnsDomain.indexOf(SERVICE_INFIX);
        if (service < 0
                || ownNamespace < 0
                || !name.substring(service).equals(dnsDomain.substring(ownNamespace))) {
            return List.of();
        }
        int dot = name.indexOf('.');
        var qualified = name.substring(0, service);
        if (dot >= service) {
            return List.of();
        }
        return name.substring(dot + 1, service).equals(dnsDomain.substring(0, ownNamespace))
                ? List.of(name.substring(0, dot), qualified + ".svc", qualified)
                : List.of(qualified, qualified + ".svc");
    }

    /// Blocks of addresses cannot stand in a Host header.
    private static boolean isHost(String address) {
        return !address.contains("/") && !address.equals("0.0.0.0") && !address.equals("::");
    }

    /// IPv6 addresses stand in brackets in a Host header.
    private static String url(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
