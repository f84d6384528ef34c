package io.windrose.traffic.tls;

/// Whose certificates are believed.
public sealed interface TrustSource {

    record Named(SecretName secret) implements TrustSource {}

    record Given(DataSource roots) implements TrustSource {}

    /// Any certificate is taken unseen, as Envoy does without a validation context.
    record Anyone() implements TrustSource {}
}
