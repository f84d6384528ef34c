package io.windrose.traffic.listener;

import io.windrose.traffic.authorize.RbacRules;

/// A step in front of a chain's end.
public sealed interface NetworkFilter {

    /// @param continuous whether later bytes are judged again
    record Rbac(RbacRules rules, String statPrefix, boolean continuous) implements NetworkFilter {}

    /// Istio's metadata exchange in a frame before the first byte, when TLS agreed on `protocol`.
    record PeerExchange(String protocol) implements NetworkFilter {}

    /// Istio's standard metrics of TCP.
    record IstioStats() implements NetworkFilter {}
}
