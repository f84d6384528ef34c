package io.windrose.config.resource;

import java.util.List;
import java.util.Optional;

/// How a listener decrypts. Files and names are empty where they are not given.
///
/// @param httpsRedirect answers plain HTTP with a redirect
/// @param credentialNames secrets; several where clients of different key types are served
/// @param caCertCredentialName the secret that clients' certificates are checked by
public record ServerTls(
        boolean httpsRedirect,
        Mode mode,
        List<KeyPair> certificates,
        String caCertificates,
        String caCrl,
        List<String> credentialNames,
        String caCertCredentialName,
        List<String> subjectAltNames,
        List<String> verifyCertificateSpki,
        List<String> verifyCertificateHash,
        Version minProtocolVersion,
        Version maxProtocolVersion,
        List<String> cipherSuites,
        List<String> ecdhCurves,
        Optional<Boolean> insecureSkipVerify) {

    public ServerTls {
        certificates = List.copyOf(certificates);
        credentialNames = List.copyOf(credentialNames);
        subjectAltNames = List.copyOf(subjectAltNames);
        verifyCertificateSpki = List.copyOf(verifyCertificateSpki);
        verifyCertificateHash = List.copyOf(verifyCertificateHash);
        cipherSuites = List.copyOf(cipherSuites);
        ecdhCurves = List.copyOf(ecdhCurves);
    }

    /// Paths of PEM files.
    public record KeyPair(String certificate, String privateKey) {}

    public enum Mode {
        PASSTHROUGH,
        SIMPLE,
        MUTUAL,
        AUTO_PASSTHROUGH,
        ISTIO_MUTUAL,
        OPTIONAL_MUTUAL
    }

    public enum Version {
        TLS_AUTO,
        TLSV1_0,
        TLSV1_1,
        TLSV1_2,
        TLSV1_3
    }
}
