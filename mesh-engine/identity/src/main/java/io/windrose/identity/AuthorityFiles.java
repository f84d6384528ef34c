package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where a plugged-in authority lies on disk, under the names of Istio's `cacerts` secret.
///
/// - `ca-key.pem` its private key, not encrypted
/// - `ca-cert.pem` its certificate
/// - `root-cert.pem` the roots that workloads trust; absent when `ca-cert.pem` is the root itself
/// - `cert-chain.pem` the certificates from `ca-cert.pem` up; may be absent
///
/// @see <a href="https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/">Plug
///   in CA certificates</a>
public record AuthorityFiles(Path directory) {

    /// @param intermediates what stands between a leaf and its root, the signing certificate first;
    ///   empty when the root signs by itself
    record Authority(
            PrivateKey key,
            X509Certificate certificate,
            List<X509Certificate> intermediates,
            List<X509Certificate> roots) {}

    /// Reads and checks everything, and blocks on the disk while it does.
    Result<Authority> read(Instant now) {
        var keyFile = directory.resolve("ca-key.pem");
        return text(keyFile)
                .then(Keys::privateKey)
                .then(key ->
                        certificates("ca-cert.pem")
                                .then(own -> check(key, own.getFirst(), keyFile, now)))
                .then(this::withChain);
    }

    private Result<Authority> check(
            PrivateKey key, X509Certificate own, Path keyFile, Instant now) {
        if (!Keys.belongTogether(key, own.getPublicKey())) {
            return refused(keyFile, "the key does not belong to ca-cert.pem");
        }
        if (own.getBasicConstraints() < 0) {
            return refused(directory.resolve("ca-cert.pem"), "the certificate may not sign others");
        }
        if (own.getNotAfter().toInstant().isBefore(now)) {
            return refused(
                    directory.resolve("ca-cert.pem"),
                    "the certificate ended at " + own.getNotAfter().toInstant());
        }
        return Result.ok(new Authority(key, own, List.of(), List.of(own)));
    }

    private Result<Authority> withChain(Authority own) {
        if (!Files.exists(directory.resolve("root-cert.pem"))) {
            return signs(own.certificate(), own.certificate())
                    ? Result.ok(own)
                    : refused(directory.resolve("root-cert.pem"), "the root is missing");
        }
        return certificates("root-cert.pem")
                .then(roots ->
                        Files.exists(directory.resolve("cert-chain.pem"))
                                ? certificates("cert-chain.pem")
                                        .then(chain -> linked(own, chain, roots))
                                : linked(own, List.of(), roots));
    }

    /// Follows the signatures from the authority's certificate to a root.
    private Result<Authority> linked(
            Authority own, List<X509Certificate> chain, List<X509Certificate> roots) {
        var path = new ArrayList<X509Certificate>();
        var at = own.certificate();
        for (int step = 0; step <= chain.size(); step++) {
            var child = at;
            if (roots.contains(child)) {
                return Result.ok(new Authority(own.key(), own.certificate(), path, roots));
            }
            path.add(child);
            if (roots.stream().anyMatch(root -> signs(root, child))) {
                return Result.ok(new Authority(own.key(), own.certificate(), path, roots));
            }
            var parent =
                    chain.stream()
                            .filter(link -> !path.contains(link) && signs(link, child))
                            .findFirst();
            if (parent.isEmpty()) {
                break;
            }
            at = parent.get();
        }
        return refused(
                directory.resolve("cert-chain.pem"),
                "no chain leads from ca-cert.pem to root-cert.pem");
    }

    private static boolean signs(X509Certificate parent, X509Certificate child) {
        try {
            child.verify(parent.getPublicKey());
            return child.getIssuerX500Principal().equals(parent.getSubjectX500Principal());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private Result<List<X509Certificate>> certificates(String name) {
        var file = directory.resolve(name);
        return switch (text(file).then(Pem::certificates)) {
            case Result.Ok<List<X509Certificate>> ok -> ok;
            case Result.Err<List<X509Certificate>>(var problems) ->
                    refused(file, problems.getFirst().message());
        };
    }

    private static Result<String> text(Path file) {
        try {
            return Result.ok(Files.readString(file));
        } catch (IOException e) {
            return refused(
                    file,
                    Files.exists(file)
                            ? "the file cannot be read: " + e.getMessage()
                            : "the file does not exist");
        }
    }

    private static <T> Result<T> refused(Path file, String message) {
        return Result.err(Problem.error("MESH0806", Place.inFile(file.toString()), message));
    }
}
