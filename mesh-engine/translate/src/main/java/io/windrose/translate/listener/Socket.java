package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.windrose.translate.scope.ProxyTraits;

/// An address and port that a listener stands for.
record Socket(String address, int port) {

    /// All addresses of the machine.
    static Socket wildcard(ProxyTraits proxy, int port) {
        return new Socket(wildcardAddress(proxy), port);
    }

    private static String wildcardAddress(ProxyTraits proxy) {
        return proxy.ipFamily() == ProxyTraits.IpFamily.V6 ? "::" : "0.0.0.0";
    }

    boolean isWildcard() {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    /// `0.0.0.0_9080`, as Istio names listeners.
    String listenerName() {
        return (address.contains(":") ? "[" + address + "]" : address) + "_" + port;
    }

    Address toAddress() {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(address).setPortValue(port))
                .build();
    }
}
