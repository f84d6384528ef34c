package io.windrose.config.resource;

/// Key material of a Kubernetes secret, as PEM text; each part is empty where it is not given.
public record TlsSecret(
        ObjectMeta meta,
        Origin origin,
        String certificateChain,
        String privateKey,
        String caCertificates)
        implements Resource {

    /// Leaves the key out, so that no log ever holds it.
    @Override
    public String toString() {
        return "TlsSecret " + meta.name();
    }
}
