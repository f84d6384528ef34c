package io.windrose.proxy.done;

/// Who this proxy is, for its peers.
///
/// @param id the xDS node id, e.g.
///   `sidecar~10.1.2.3~reviews-v1-abc.default~default.svc.cluster.local`
public record LocalNode(String id, PeerMetadata metadata) {}
