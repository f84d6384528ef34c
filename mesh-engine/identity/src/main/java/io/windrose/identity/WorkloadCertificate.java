package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// What a workload shows its peers and checks them with: a key, its certificate chain, the roots.
///
/// @param chain the leaf first, then intermediates, without the root; never empty
/// @param roots whom this workload trusts; never empty
public record WorkloadCertificate(
        SpiffeId id, PrivateKey key, List<X509Certificate> chain, List<X509Certificate> roots) {

    public WorkloadCertificate {
        chain = List.copyOf(chain);
        roots = List.copyOf(roots);
        if (chain.isEmpty() || roots.isEmpty()) {
            throw new IllegalArgumentException("no chain or no roots for " + id);
        }
    }

    /// Checks that the leaf belongs to the key and names one workload.
    ///
    /// @param signed the leaf first, the root last, as an authority answers
    public static Result<WorkloadCertificate> of(PrivateKey key, List<X509Certificate> signed) {
        return signed.size() < 2
                ? refused("the chain has no root behind the leaf")
                : of(key, signed.subList(0, signed.size() - 1), List.of(signed.getLast()));
    }

    public static Result<WorkloadCertificate> of(
            PrivateKey key, List<X509Certificate> chain, List<X509Certificate> roots) {
        var leaf = chain.getFirst();
        if (!Keys.belongTogether(key, leaf.getPublicKey())) {
            return refused("the certificate belongs to another private key");
        }
        return SpiffeId.of(leaf)
                .map(id -> Result.ok(new WorkloadCertificate(id, key, chain, roots)))
                .orElseGet(() -> refused("the certificate does not carry exactly one SPIFFE name"));
    }

    /// @param chainPem the leaf first, then intermediates
    public static Result<WorkloadCertificate> fromPem(
            String chainPem, String keyPem, String rootsPem) {
        return Keys.privateKey(keyPem)
                .then(key ->
                        Pem.certificates(chainPem)
                                .then(chain ->
                                        Pem.certificates(rootsPem)
                                                .then(roots -> of(key, chain, roots))));
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    public Instant notBefore() {
        return leaf().getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return leaf().getNotAfter().toInstant();
    }

    public String chainPem() {
        return Pem.encode(chain);
    }

    public String rootsPem() {
        return Pem.encode(roots);
    }

    /// PKCS#8, not encrypted.
    public String keyPem() {
        return Keys.pem(key);
    }

    /// Without the key, so that it reaches no log.
    @Override
    public String toString() {
        return id + " until " + notAfter();
    }

    private static <T> Result<T> refused(String message) {
        return Result.err(Problem.error("MESH0804", Place.NOWHERE, message));
    }
}
