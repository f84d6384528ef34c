package io.windrose.proxy.tls;

import org.jspecify.annotations.Nullable;

/// What a TLS context is made of at one moment. Secrets that did not change are the same objects,
/// so that comparing is cheap.
///
/// @param certificate null when we show none
/// @param trust null when every peer is taken unseen
record Material(TlsSecret.@Nullable KeyPair certificate, TlsSecret.@Nullable Trust trust) {}
