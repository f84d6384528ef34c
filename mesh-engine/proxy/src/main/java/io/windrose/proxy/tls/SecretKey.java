package io.windrose.proxy.tls;

import io.windrose.traffic.tls.CertificateSource;
import io.windrose.traffic.tls.DataSource;
import io.windrose.traffic.tls.TrustSource;

/// Under which name a [SecretSnapshot] holds what TLS settings ask for: an SDS name, or one made
/// from the place of what was given in the configuration itself.
public final class SecretKey {

    private SecretKey() {}

    public static String of(CertificateSource source) {
        return switch (source) {
            case CertificateSource.Named(var secret) -> secret.name();
            case CertificateSource.Given(DataSource chain, DataSource key) ->
                    "given-cert:" + chain + "~" + key;
        };
    }

    /// @return empty for [TrustSource.Anyone], which needs no secret
    public static String of(TrustSource source) {
        return switch (source) {
            case TrustSource.Named(var secret) -> secret.name();
            case TrustSource.Given(DataSource roots) -> "given-root:" + roots;
            case TrustSource.Anyone _ -> "";
        };
    }
}
