package io.windrose.analysis;

/// A fact under which an answer is kept: one that knows its hash and sort, and is compared by
/// identity most of the time.
final class Asked<T> {
    private final Fact<T> fact;
    private final Object sort;
    private final int hash;

    Asked(Fact<T> fact) {
        this.fact = fact;
        this.sort = fact.sort();
        this.hash = fact.hashCode();
    }

    Object sort() {
        return sort;
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
