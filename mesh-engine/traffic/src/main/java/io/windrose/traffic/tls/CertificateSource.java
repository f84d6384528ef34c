package io.windrose.traffic.tls;

/// Where our own certificate and its key come from.
public sealed interface CertificateSource {

    record Named(SecretName secret) implements CertificateSource {}

    record Given(DataSource chain, DataSource key) implements CertificateSource {}
}
