package io.windrose.proxy.secret;

import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.identity.Keys;
import io.windrose.identity.Pem;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.tls.TlsSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Envoy's secrets to keys and certificates.
final class SecretReader {
    private SecretReader() {}

    static Result<TlsSecret> read(Secret secret) {
        return switch (secret.getTypeCase()) {
            case TLS_CERTIFICATE -> keyPair(secret.getTlsCertificate());
            case VALIDATION_CONTEXT ->
                    text(secret.getValidationContext().getTrustedCa(), "trusted_ca")
                            .then(Pem::certificates)
                            .map(TlsSecret.Trust::new);
            case SESSION_TICKET_KEYS, GENERIC_SECRET, TYPE_NOT_SET ->
                    refused(
                            "is neither a tls_certificate nor a validation_context but "
                                    + secret.getTypeCase());
        };
    }

    private static Result<TlsSecret> keyPair(TlsCertificate certificate) {
        return text(certificate.getCertificateChain(), "certificate_chain")
                .then(Pem::certificates)
                .then(chain ->
                        text(certificate.getPrivateKey(), "private_key")
                                .then(Keys::privateKey)
                                .then(key ->
                                        Keys.belongTogether(key, chain.getFirst().getPublicKey())
                                                ? Result.ok(new TlsSecret.KeyPair(key, chain))
                                                : refused(
                                                        "has a private key that does not belong to its certificate")));
    }

    private static Result<String> text(DataSource source, String what) {
        return switch (source.getSpecifierCase()) {
            case INLINE_BYTES -> Result.ok(source.getInlineBytes().toStringUtf8());
            case INLINE_STRING -> Result.ok(source.getInlineString());
            case FILENAME -> file(source.getFilename(), what);
            case ENVIRONMENT_VARIABLE, SPECIFIER_NOT_SET ->
                    refused("has no " + what + " in text or file");
        };
    }

    private static Result<String> file(String name, String what) {
        try {
            return Result.ok(Files.readString(Path.of(name)));
        } catch (IOException cause) {
            return refused("names a %s that cannot be read: %s".formatted(what, cause));
        }
    }

    private static <T> Result<T> refused(String message) {
        return Result.err(Problem.error("MESH1321", Place.NOWHERE, message));
    }
}
