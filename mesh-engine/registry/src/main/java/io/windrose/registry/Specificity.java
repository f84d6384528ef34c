package io.windrose.registry;

import io.windrose.kernel.Hostname;
import java.util.Comparator;

/// Which of several hosts that cover the same name says the most about it.
public final class Specificity {
    /// A name before any wildcard, a longer wildcard before a shorter one, then the alphabet.
    public static final Comparator<Hostname> MOST_SPECIFIC_FIRST =
            Comparator.comparing(Hostname::isWildcard)
                    .thenComparingInt(host -> -host.value().length())
                    .thenComparing(Hostname::value);

    private Specificity() {}
}
