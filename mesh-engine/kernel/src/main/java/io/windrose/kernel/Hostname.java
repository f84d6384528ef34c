package io.windrose.kernel;

/// A host in lower case, possibly with a leading wildcard: `reviews.default.svc.cluster.local`,
/// `*.example.com`, `*`.
public record Hostname(String value) implements Comparable<Hostname> {

    public Hostname {
        value = value.toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isWildcard() {
        return value.startsWith("*");
    }

    /// Whether every host that `other` stands for is one that this stands for.
    ///
    /// `*.example.com` covers `a.example.com` and `*.a.example.com`, not `example.com`.
    public boolean covers(Hostname other) {
        if (!isWildcard()) {
            return value.equals(other.value);
        }
        var suffix = value.substring(1);
        return other.isWildcard()
                ? other.value.substring(1).endsWith(suffix)
                : other.value.length() > suffix.length() && other.value.endsWith(suffix);
    }

    @Override
    public int compareTo(Hostname other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
