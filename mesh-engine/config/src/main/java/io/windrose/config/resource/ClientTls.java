package io.windrose.config.resource;

import java.util.List;
import java.util.Optional;

/// How a caller encrypts. Files and names are empty where they are not given.
///
/// @param sni empty for the host of the request
/// @param insecureSkipVerify empty for the mesh's default
public record ClientTls(
        Mode mode,
        String clientCertificate,
        String privateKey,
        String caCertificates,
        String caCrl,
        String credentialName,
        String sni,
        List<String> subjectAltNames,
        Optional<Boolean> insecureSkipVerify) {

    public ClientTls {
        subjectAltNames = List.copyOf(subjectAltNames);
    }

    public enum Mode {
        DISABLE,
        SIMPLE,
        MUTUAL,
        ISTIO_MUTUAL
    }
}
