package io.windrose.proxy.secret;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.tls.TlsSecret;
import io.windrose.traffic.RuntimeSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every secret of a proxy by its name, from wherever it comes. Confined to `owner`.
///
/// A value that did not change stays the same object, so that nobody builds a TLS context anew for
/// it; one that cannot be read any more stays as it was.
public final class SecretStore implements AutoCloseable {
    /// Istio's names for a workload's own certificate and for whom it trusts.
    public static final String OWN = "default";

    public static final String ROOTS = "ROOTCA";

    /// How often files are looked at.
    private static final Duration FILE_INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SecretStore.class);

    private final Owner owner;
    private final Timer timer;
    private final Live<SecretSnapshot> secrets = new Live<>(SecretSnapshot.EMPTY);
    private final Map<String, TlsSecret> own = new HashMap<>();
    private final Map<String, TlsSecret> delivered = new HashMap<>();
    private final Map<String, TlsSecret> given = new HashMap<>();
    private SortedMap<String, Secret> givenMessages = new TreeMap<>();
    private SortedMap<String, String> givenProblems = new TreeMap<>();
    private Timer.Cancellation nextLook = Timer.Cancellation.NOTHING;

    /// @param timer plans tasks of `owner`
    public SecretStore(Owner owner, Timer timer) {
        this.owner = owner;
        this.timer = timer;
    }

    public Live<SecretSnapshot> secrets() {
        return secrets;
    }

    /// Puts a workload's newest certificate where TLS contexts look for it.
    public void renew(WorkloadCertificate certificate) {
        owner.checkInside();
        keep(own, OWN, new TlsSecret.KeyPair(certificate.key(), certificate.chain()));
        keep(own, ROOTS, new TlsSecret.Trust(certificate.roots()));
        publish();
    }

    /// Makes these the secrets that were delivered, in place of all delivered before.
    ///
    /// @return name to reason, for those that cannot be read
    public SortedMap<String, String> deliver(Map<String, Secret> messages) {
        owner.checkInside();
        var reasons = take(delivered, messages);
        publish();
        return reasons;
    }

    /// Reads what the configuration gives in files or as text, and looks at the files again and
    /// again from then on.
    public void follow(RuntimeSnapshot snapshot) {
        owner.checkInside();
        givenMessages = GivenSecrets.in(snapshot);
        lookAtFiles();
    }

    @Override
    public void close() {
        nextLook.cancel();
    }

    private void lookAtFiles() {
        nextLook.cancel();
        var problems = take(given, givenMessages);
        if (!problems.equals(givenProblems)) {
            problems.forEach((name, why) -> LOG.warn("A secret {}: name={}", why, name));
        }
        givenProblems = problems;
        publish();
        if (!givenMessages.isEmpty()) {
            nextLook = timer.after(FILE_INTERVAL, this::lookAtFiles);
        }
    }

    private static SortedMap<String, String> take(
            Map<String, TlsSecret> into, Map<String, Secret> messages) {
        var reasons = new TreeMap<String, String>();
        into.keySet().retainAll(messages.keySet());
        messages.forEach((name, message) -> {
            switch (SecretReader.read(message)) {
                case Result.Ok<TlsSecret>(var secret, _) -> keep(into, name, secret);
                case Result.Err<TlsSecret>(var problems) ->
                        reasons.put(
                                name,
                                problems.stream()
                                        .map(Problem::message)
                                        .collect(Collectors.joining(", ")));
            }
        });
        return reasons;
    }

    private static void keep(Map<String, TlsSecret> into, String name, TlsSecret secret) {
        if (!secret.equals(into.get(name))) {
            into.put(name, secret);
        }
    }

    private void publish() {
        var all = new HashMap<>(given);
        all.putAll(delivered);
        all.putAll(own);
        secrets.set(new SecretSnapshot(all));
    }
}
