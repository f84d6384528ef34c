package io.windrose.analysis;

import io.windrose.kernel.Place;
import io.windrose.kernel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Something in a mesh that does not do what it seems to say.
///
/// @param codes never empty; the first is the one that says it best
/// @param place with the object and the path in it
/// @param message one sentence for the person who wrote the object
/// @param fixes the likeliest first; often none
public record Finding(
        List<Code> codes, Severity level, Place place, String message, List<Fix> fixes) {

    public Finding {
        codes = List.copyOf(codes);
        fixes = List.copyOf(fixes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a finding needs a code");
        }
    }

    /// @param code as in `codes.yaml`, which says the level, too
    public static Finding of(String code, Node at, String message) {
        var known = Code.of(code);
        return new Finding(List.of(known), known.level(), at.place(), message, List.of());
    }

    /// The same under one more code.
    public Finding also(String code) {
        return new Finding(
                Stream.concat(codes.stream(), Stream.of(Code.of(code))).toList(),
                level,
                place,
                message,
                fixes);
    }

    /// For a code whose weight depends on the mesh.
    public Finding at(Severity other) {
        return new Finding(codes, other, place, message, fixes);
    }

    /// The same in another place, for an object that somebody knows by another file.
    public Finding in(Place other) {
        return new Finding(codes, level, other, message, fixes);
    }

    public Finding with(Fix fix) {
        var all = new ArrayList<>(fixes);
        all.add(fix);
        return new Finding(codes, level, place, message, all);
    }

    /// What is left of it where some codes are not to be told: nothing without the first, which
    /// stands for all that is said here.
    public Optional<Finding> without(Predicate<Code> unwanted) {
        if (unwanted.test(codes.getFirst())) {
            return Optional.empty();
        }
        var wanted = codes.stream().filter(unwanted.negate()).toList();
        return Optional.of(new Finding(wanted, level, place, message, fixes));
    }

    public boolean has(String code) {
        return codes.stream().anyMatch(one -> one.id().equals(code));
    }
}
