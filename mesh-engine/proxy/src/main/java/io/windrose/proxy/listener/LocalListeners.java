package io.windrose.proxy.listener;

import io.windrose.traffic.RuntimeSnapshot;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The listeners of one snapshot, by name and by the address that connections dialled.
record LocalListeners(
        Map<String, LocalListener> byName, Map<InetSocketAddress, LocalListener> byAddress) {
    static final LocalListeners NONE = new LocalListeners(Map.of(), Map.of());

    /// A listener that did not change stays the same object.
    LocalListeners next(RuntimeSnapshot snapshot) {
        var names = new HashMap<String, LocalListener>();
        var addresses = new HashMap<InetSocketAddress, LocalListener>();
        snapshot.listeners()
                .forEach((name, listener) -> {
                    var before = byName.get(name);
                    var now =
                            before != null && before.listener().equals(listener)
                                    ? before
                                    : LocalListener.of(listener);
                    names.put(name, now);
                    if (listener.port() >= 0) {
                        addresses.put(
                                new InetSocketAddress(listener.address(), listener.port()), now);
                    }
                });
        return new LocalListeners(Map.copyOf(names), Map.copyOf(addresses));
    }

    /// The listener for a redirected connection: that of the very address, else that of the port on
    /// any address, by Envoy's `use_original_dst`.
    @Nullable LocalListener forDestination(InetSocketAddress dialled) {
        var exact = byAddress.get(dialled);
        if (exact != null) {
            return exact;
        }
        boolean v6 = dialled.getAddress() instanceof Inet6Address;
        return byAddress.get(new InetSocketAddress(v6 ? "::" : "0.0.0.0", dialled.getPort()));
    }
}
