package io.windrose.proxy.secret;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.tls.TlsSecret;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Every secret of a proxy by its name, from wherever it comes. Confined to `owner`.
///
/// A value that did not change stays the same object, so that nobody builds a TLS context anew for
/// it.
public final class SecretStore {
    /// Istio's names for a workload's own certificate and for whom it trusts.
    public static final String OWN = "default";

    public static final String ROOTS = "ROOTCA";

    private final Owner owner;
    private final Live<SecretSnapshot> secrets = new Live<>(SecretSnapshot.EMPTY);
    private final Map<String, TlsSecret> own = new HashMap<>();
    private final Map<String, Held> delivered = new HashMap<>();

    private record Held(Secret message, TlsSecret secret) {}

    public SecretStore(Owner owner) {
        this.owner = owner;
    }

    public Live<SecretSnapshot> secrets() {
        return secrets;
    }

    /// Puts a workload's newest certificate where TLS contexts look for it.
    public void renew(WorkloadCertificate certificate) {
        owner.checkInside();
        own.put(OWN, new TlsSecret.KeyPair(certificate.key(), certificate.chain()));
        var trust = new TlsSecret.Trust(certificate.roots());
        if (!trust.equals(own.get(ROOTS))) {
            own.put(ROOTS, trust);
        }
        publish();
    }

    /// Makes these the secrets that were delivered, in place of all delivered before; one that
    /// cannot be read leaves what was there under its name.
    ///
    /// @return name to reason, for those that cannot be read
    public SortedMap<String, String> deliver(Map<String, Secret> messages) {
        owner.checkInside();
        var reasons = new TreeMap<String, String>();
        delivered.keySet().retainAll(messages.keySet());
        messages.forEach((name, message) -> {
            var held = delivered.get(name);
            if (held != null && held.message().equals(message)) {
                return;
            }
            switch (SecretReader.read(message)) {
                case Result.Ok<TlsSecret>(var secret, _) ->
                        delivered.put(name, new Held(message, secret));
                case Result.Err<TlsSecret>(var problems) ->
                        reasons.put(
                                name,
                                problems.stream()
                                        .map(Problem::message)
                                        .collect(Collectors.joining(", ")));
            }
        });
        publish();
        return reasons;
    }

    private void publish() {
        var all = new LinkedHashMap<String, TlsSecret>();
        delivered.forEach((name, held) -> all.put(name, held.secret()));
        all.putAll(own);
        secrets.set(new SecretSnapshot(all));
    }
}
