package io.windrose.analysis;

/// A fact under which an answer is kept: one that knows its hash, and is compared by identity most
/// of the time.
final class Asked<T> {
    private final Fact<T> fact;
    private final int hash;

    Asked(Fact<T> fact) {
        this.fact = fact;
        this.hash = fact.hashCode();
    }

    T of(Mesh mesh) {
        return fact.of(mesh);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Asked<?> asked
                        && hash == asked.hash
                        && fact.equals(asked.fact));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
