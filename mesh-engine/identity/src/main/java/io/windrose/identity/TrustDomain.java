package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.regex.Pattern;

/// The root of trust that a mesh's identities belong to, such as `cluster.local`.
///
/// @see <a href="https://github.com/spiffe/spiffe/blob/main/standards/SPIFFE-ID.md">SPIFFE-ID</a>
///   section 2.1: lower-case letters, digits, dots, dashes and underscores, 255 at most
public record TrustDomain(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{1,255}");

    /// Istio's default.
    public static final TrustDomain CLUSTER_LOCAL = new TrustDomain("cluster.local");

    public TrustDomain {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a trust domain: " + name);
        }
    }

    public static Result<TrustDomain> parse(String name) {
        return FORM.matcher(name).matches()
                ? Result.ok(new TrustDomain(name))
                : Result.err(
                        Problem.error(
                                "MESH0800",
                                Place.NOWHERE,
                                "\""
                                        + name
                                        + "\" is not a trust domain; use lower-case letters,"
                                        + " digits, dots, dashes and underscores"));
    }

    public boolean contains(SpiffeId id) {
        return id.trustDomain().equals(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
