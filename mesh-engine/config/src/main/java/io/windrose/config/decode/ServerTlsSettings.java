package io.windrose.config.decode;

import io.windrose.config.resource.ServerTls;
import io.windrose.config.syntax.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The `tls` of a gateway's server or a Sidecar's listener.
final class ServerTlsSettings {
    private static final Set<ServerTls.Mode> OWN_CERTIFICATE =
            Set.of(ServerTls.Mode.SIMPLE, ServerTls.Mode.MUTUAL, ServerTls.Mode.OPTIONAL_MUTUAL);

    private ServerTlsSettings() {}

    static ServerTls decode(Fields fields) {
        fields.atMostOneOf("credentialName", "credentialNames", "tlsCertificates");
        var certificates = new ArrayList<>(fields.list("tlsCertificates", ServerTlsSettings::pair));
        var pair = pairOf(fields);
        if (!pair.certificate().isEmpty() || !pair.privateKey().isEmpty()) {
            certificates.add(pair);
        }
        var credentials = new ArrayList<>(fields.texts("credentialNames"));
        var credential = fields.text("credentialName");
        if (!credential.isEmpty()) {
            credentials.add(credential);
        }
        var tls =
                new ServerTls(
                        fields.flag("httpsRedirect"),
                        fields.choice("mode", ServerTls.Mode.PASSTHROUGH),
                        certificates,
                        fields.text("caCertificates"),
                        fields.text("caCrl"),
                        credentials,
                        fields.text("caCertCredentialName"),
                        fields.texts("subjectAltNames"),
                        fields.texts("verifyCertificateSpki"),
                        fields.texts("verifyCertificateHash"),
                        fields.choice("minProtocolVersion", ServerTls.Version.TLS_AUTO),
                        fields.choice("maxProtocolVersion", ServerTls.Version.TLS_AUTO),
                        fields.texts("cipherSuites"),
                        fields.texts("ecdhCurves"),
                        fields.optionalFlag("insecureSkipVerify"));
        check(fields, tls);
        return tls;
    }

    private static void check(Fields fields, ServerTls tls) {
        for (var name : List.of("credentialNames", "tlsCertificates")) {
            int count =
                    name.equals("credentialNames")
                            ? tls.credentialNames().size()
                            : tls.certificates().size();
            if (fields.has(name) && (count < 1 || count > 2)) {
                fields.error(Codes.OUT_OF_RANGE, name, "`%s` has 1 or 2 items.".formatted(name));
            }
        }
        if (tls.mode() == ServerTls.Mode.ISTIO_MUTUAL) {
            for (var name :
                    List.of(
                            "serverCertificate",
                            "privateKey",
                            "caCertificates",
                            "credentialName")) {
                if (fields.has(name)) {
                    fields.error(
                            Codes.CONTRADICTION,
                            name,
                            "With ISTIO_MUTUAL the mesh provides the certificates; leave `%s` out."
                                    .formatted(name));
                }
            }
        }
        if (OWN_CERTIFICATE.contains(tls.mode()) && tls.credentialNames().isEmpty()) {
            checkFiles(fields, tls);
        }
        if (tls.maxProtocolVersion() != ServerTls.Version.TLS_AUTO
                && tls.minProtocolVersion().compareTo(tls.maxProtocolVersion()) > 0) {
            fields.error(
                    Codes.CONTRADICTION,
                    "maxProtocolVersion",
                    "`maxProtocolVersion` is below `minProtocolVersion`.");
        }
    }

    private static void checkFiles(Fields fields, ServerTls tls) {
        boolean complete =
                !tls.certificates().isEmpty()
                        && tls.certificates().stream()
                                .noneMatch(pair ->
                                        pair.certificate().isEmpty()
                                                || pair.privateKey().isEmpty());
        if (!complete) {
            fields.error(
                    Codes.MISSING,
                    "%s needs a `credentialName`, or both `serverCertificate` and `privateKey`."
                            .formatted(tls.mode()));
        }
        if (tls.mode() != ServerTls.Mode.SIMPLE
                && tls.caCertificates().isEmpty()
                && tls.caCertCredentialName().isEmpty()) {
            fields.error(
                    Codes.MISSING,
                    "caCertificates",
                    "%s needs `caCertificates` to check clients by.".formatted(tls.mode()));
        }
    }

    private static ServerTls.KeyPair pair(Fields fields) {
        return pairOf(fields);
    }

    private static ServerTls.KeyPair pairOf(Fields fields) {
        return new ServerTls.KeyPair(fields.text("serverCertificate"), fields.text("privateKey"));
    }
}
