package io.windrose.controlplane.access;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Knows callers by tokens that were handed out before the start.
///
/// Keeps hashes only, and compares with all of them in constant time, so that neither memory nor
/// timing gives a token away.
public final class Tokens implements Authenticator {
    private final List<Entry> entries;

    private static final class Entry {
        private final byte[] hash;
        private final Caller caller;

        Entry(String token, Caller caller) {
            hash = hash(token);
            this.caller = caller;
        }
    }

    /// @param callers by token
    public Tokens(Map<String, Caller> callers) {
        entries =
                callers.entrySet().stream()
                        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                        .toList();
    }

    @Override
    public Result<Caller> authenticate(Optional<String> token) {
        if (token.isEmpty()) {
            return refused(
                    "no token was shown; this control plane wants \"authorization: Bearer TOKEN\"");
        }
        byte[] shown = hash(token.get());
        Optional<Caller> caller = Optional.empty();
        for (var entry : entries) {
            if (MessageDigest.isEqual(entry.hash, shown)) {
                caller = Optional.of(entry.caller);
            }
        }
        return caller.map(Result::ok)
                .orElseGet(() ->
                        refused(
                                "the token is unknown to this control plane; each run has"
                                        + " tokens of its own"));
    }

    private static Result<Caller> refused(String message) {
        return Result.err(Problem.error("MESH0710", Place.NOWHERE, message));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }
}
