package io.windrose.session.rollout;

import io.windrose.kernel.TrafficSplit;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// How far the proxies have taken over what a route asks for.
///
/// @param version of the first mesh that was seen to ask for it
/// @param acknowledged how many proxies accepted that version or a later one
/// @param of how many proxies are connected
/// @param known whether anybody knows of proxies; where not, the two counts are 0
/// @param refusals of proxies that did not accept it
/// @param since when all were first seen to have accepted it; requests from then on count
public record Uptake(
        TrafficSplit asked,
        long version,
        int acknowledged,
        int of,
        boolean known,
        List<Refusal> refusals,
        Optional<Instant> since) {

    /// @param reason in the proxy's own words
    public record Refusal(String proxy, String reason) {}

    public Uptake {
        refusals = List.copyOf(refusals);
    }

    /// The first look. What all have accepted already has been so for an unknown time, which counts
    /// as always.
    public static Uptake first(Sight sight) {
        var uptake = of(sight, sight.version(), Optional.empty());
        return uptake.since.isPresent() ? uptake.withSince(Instant.EPOCH) : uptake;
    }

    /// Starts anew when the split is another one; proxies that join later do not undo `since`.
    public Uptake next(Sight sight) {
        return isSame(asked, sight.split())
                ? of(sight, version, since)
                : of(sight, sight.version(), Optional.empty());
    }

    /// Whether two splits ask for the same, whichever subsets at 0 they mention.
    public static boolean isSame(TrafficSplit one, TrafficSplit other) {
        var subsets = new LinkedHashSet<>(one.percentBySubset().keySet());
        subsets.addAll(other.percentBySubset().keySet());
        return subsets.stream().allMatch(name -> one.percent(name) == other.percent(name));
    }

    private static Uptake of(Sight sight, long version, Optional<Instant> since) {
        var proxies = sight.proxies().orElse(List.of());
        int done = (int) proxies.stream().filter(one -> one.acknowledged() >= version).count();
        boolean all = !proxies.isEmpty() && done == proxies.size();
        return new Uptake(
                sight.split(),
                version,
                done,
                proxies.size(),
                sight.proxies().isPresent(),
                proxies.stream()
                        .filter(one -> one.acknowledged() < version && !one.rejection().isEmpty())
                        .map(one -> new Refusal(one.name(), one.rejection()))
                        .toList(),
                since.isPresent() || !all ? since : Optional.of(sight.at()));
    }

    private Uptake withSince(Instant at) {
        return new Uptake(asked, version, acknowledged, of, known, refusals, Optional.of(at));
    }
}
