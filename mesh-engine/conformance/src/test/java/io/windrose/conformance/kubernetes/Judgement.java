package io.windrose.conformance.kubernetes;

import io.windrose.conformance.kubernetes.Documents.Document;
import java.util.Set;
import java.util.stream.Stream;

/// What three judges say of one document; reasons are empty where it is accepted.
///
/// @param ours `windrose validate`
/// @param istios an API server with Istio's definition of the kind
/// @param windroses an API server with our definition of the kind
record Judgement(
        String kind,
        Document document,
        Set<String> ours,
        Set<String> istios,
        Set<String> windroses) {

    boolean agree() {
        return ours.isEmpty() == istios.isEmpty();
    }

    boolean definitionsAgree() {
        return istios.isEmpty() == windroses.isEmpty();
    }

    /// Between us and the API server, as lines of the list of differences.
    Stream<String> differences() {
        return agree()
                ? Stream.empty()
                : ours.isEmpty() ? lines("accepted", istios) : lines("refused", ours);
    }

    /// Between Istio's definition and ours.
    Stream<String> differencesOfDefinitions() {
        return definitionsAgree()
                ? Stream.empty()
                : istios.isEmpty()
                        ? lines("definition-refuses", windroses)
                        : lines("definition-accepts", istios);
    }

    private Stream<String> lines(String what, Set<String> reasons) {
        return reasons.stream().map(reason -> what + " " + kind + " " + reason);
    }

    @Override
    public String toString() {
        return "document %d%n%sours: %s%nIstio's definition: %s%nour definition: %s%n"
                .formatted(document.number(), document.text(), ours, istios, windroses);
    }
}
