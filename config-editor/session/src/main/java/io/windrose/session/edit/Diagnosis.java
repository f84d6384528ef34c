package io.windrose.session.edit;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What is to be said about one state of a draft.
///
/// @param text what was looked at; findings stand in it
/// @param objects that stand in the text, as far as they have a kind of ours and a name
/// @param findings in the order of the text
public record Diagnosis(String text, List<ResourceId> objects, List<Finding> findings) {
    static final Comparator<Finding> BY_PLACE =
            Comparator.comparingInt(Finding::start).thenComparing(one -> one.problem().code());

    public static final Diagnosis NOTHING = new Diagnosis("", List.of(), List.of());

    public Diagnosis {
        objects = List.copyOf(objects);
        findings = List.copyOf(findings);
    }

    /// The same with further findings.
    Diagnosis and(List<Finding> further) {
        return new Diagnosis(
                text,
                objects,
                Stream.concat(findings.stream(), further.stream())
                        .distinct()
                        .sorted(BY_PLACE)
                        .toList());
    }

    public long count(Severity severity) {
        return findings.stream().filter(one -> one.problem().severity() == severity).count();
    }

    public long errors() {
        return count(Severity.ERROR);
    }
}
