package io.windrose.conformance.kubernetes;

import io.windrose.conformance.kubernetes.Documents.Document;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What three judges say of one document; reasons are empty where it is accepted.
///
/// @param ours `windrose validate`
/// @param upstreams an API server with the definition of those who made the kind
/// @param windroses an API server with our definition of the kind, where we have one
record Judgement(
        String kind,
        Document document,
        Set<String> ours,
        Set<String> upstreams,
        Optional<Set<String>> windroses) {

    boolean agree() {
        return ours.isEmpty() == upstreams.isEmpty();
    }

    boolean definitionsAgree() {
        return windroses.stream().allMatch(one -> one.isEmpty() == upstreams.isEmpty());
    }

    /// Between us and the API server, as lines of the list of differences.
    Stream<String> differences() {
        return agree()
                ? Stream.empty()
                : ours.isEmpty() ? lines("accepted", upstreams) : lines("refused", ours);
    }

    /// Between their definition and ours.
    Stream<String> differencesOfDefinitions() {
        return definitionsAgree()
                ? Stream.empty()
                : upstreams.isEmpty()
                        ? lines("definition-refuses", windroses.orElseThrow())
                        : lines("definition-accepts", upstreams);
    }

    private Stream<String> lines(String what, Set<String> reasons) {
        return reasons.stream().map(reason -> what + " " + kind + " " + reason);
    }

    @Override
    public String toString() {
        return "document %d%n%sours: %s%ntheir definition: %s%nour definition: %s%n"
                .formatted(document.number(), document.text(), ours, upstreams, windroses);
    }
}
