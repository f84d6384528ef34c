package io.windrose.controlplane.session;

import io.windrose.translate.XdsResources;

/// Everything that a proxy should have.
///
/// @param version of the mesh that it was translated from; versions only grow
public record Offer(long version, XdsResources resources) {
    /// Before the first translation.
    static final Offer NONE = new Offer(-1, XdsResources.NONE);
}
