package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Signs the certificates of one trust domain. Usable from any thread.
public final class CertificateAuthority {
    /// Istio's `DEFAULT_WORKLOAD_CERT_TTL` and `MAX_WORKLOAD_CERT_TTL`.
    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

    public static final Duration MAX_LIFETIME = Duration.ofDays(90);

    private static final Duration ROOT_LIFETIME = Duration.ofDays(3650);

    private final TrustDomain trustDomain;
    private final AuthorityFiles.Authority authority;
    private final Issuer issuer;
    private final InstantSource clock;
    private final Duration defaultLifetime;

    private CertificateAuthority(
            TrustDomain trustDomain,
            AuthorityFiles.Authority authority,
            InstantSource clock,
            Duration defaultLifetime) {
        this.trustDomain = trustDomain;
        this.authority = authority;
        this.issuer = Issuer.of(authority.certificate(), authority.key());
        this.clock = clock;
        this.defaultLifetime = defaultLifetime;
    }

    /// A new root of its own whose key exists in this process only and ends with it.
    public static CertificateAuthority inMemory(TrustDomain trustDomain, InstantSource clock) {
        var keys = Keys.generate();
        var now = clock.instant();
        var root =
                Issuer.selfSigned(
                        trustDomain.name(),
                        keys.getPublic(),
                        keys.getPrivate(),
                        now.minus(Issuer.CLOCK_SKEW),
                        now.plus(ROOT_LIFETIME));
        return new CertificateAuthority(
                trustDomain,
                new AuthorityFiles.Authority(keys.getPrivate(), root, List.of(), List.of(root)),
                clock,
                DEFAULT_LIFETIME);
    }

    /// An authority whose key and certificates lie in files; see [AuthorityFiles] for their names.
    public static Result<CertificateAuthority> load(
            AuthorityFiles files, TrustDomain trustDomain, InstantSource clock) {
        return files.read(clock.instant())
                .map(authority ->
                        new CertificateAuthority(trustDomain, authority, clock, DEFAULT_LIFETIME));
    }

    /// The same authority, which gives `lifetime` to those who ask for none.
    public CertificateAuthority withDefaultLifetime(Duration lifetime) {
        return new CertificateAuthority(trustDomain, authority, clock, lifetime);
    }

    public TrustDomain trustDomain() {
        return trustDomain;
    }

    public List<X509Certificate> roots() {
        return authority.roots();
    }

    /// A certificate for `key`, which whoever asks has proved to hold.
    ///
    /// It never outlives the authority's own certificate.
    ///
    /// @param lifetime zero or less asks for this authority's default; above [#MAX_LIFETIME] is
    ///   refused
    /// @return the leaf first, the root last
    public Result<List<X509Certificate>> issue(PublicKey key, SpiffeId id, Duration lifetime) {
        return issue(key, id, List.of(), lifetime);
    }

    /// A key and certificate for a server of the mesh's own, such as the control plane.
    ///
    /// @param hosts DNS names and IP addresses under which clients reach it
    public Result<WorkloadCertificate> issueServer(SpiffeId id, List<String> hosts) {
        var keys = Keys.generate();
        return issue(keys.getPublic(), id, hosts, DEFAULT_LIFETIME)
                .then(signed -> WorkloadCertificate.of(keys.getPrivate(), signed));
    }

    /// This authority as the source of one workload in the same process.
    public CertificateSource sourceFor(SpiffeId id, Duration lifetime) {
        return request ->
                CompletableFuture.completedFuture(issue(request.publicKey(), id, lifetime));
    }

    private Result<List<X509Certificate>> issue(
            PublicKey key, SpiffeId id, List<String> hosts, Duration lifetime) {
        if (!trustDomain.contains(id)) {
            return refused(id + " is not of the trust domain " + trustDomain);
        }
        if (lifetime.compareTo(MAX_LIFETIME) > 0) {
            return refused(
                    "a lifetime of "
                            + lifetime
                            + " was asked for; "
                            + MAX_LIFETIME
                            + " at most is given");
        }
        var now = clock.instant();
        var asked = lifetime.isPositive() ? lifetime : defaultLifetime;
        var last = authority.certificate().getNotAfter().toInstant();
        if (!now.isBefore(last)) {
            return refused("the authority's own certificate ended at " + last);
        }
        var leaf =
                issuer.leaf(
                        key,
                        id,
                        hosts,
                        now.minus(Issuer.CLOCK_SKEW),
                        earlier(now.plus(asked), last));
        return Result.ok(
                Stream.of(List.of(leaf), authority.intermediates(), authority.roots())
                        .flatMap(List::stream)
                        .toList());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static <T> Result<T> refused(String message) {
        return Result.err(Problem.error("MESH0805", Place.NOWHERE, message));
    }
}
