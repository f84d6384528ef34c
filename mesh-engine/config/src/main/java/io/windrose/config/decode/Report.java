package io.windrose.config.decode;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.FindingsBuilder;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.Collection;
import java.util.Optional;

/// Collects what is wrong with one document.
final class Report {
    private final String file;
    private final String resource;
    private final Severity unknownField;

    /// A decoder may look at one field twice; what is wrong with it is said once.
    private final FindingsBuilder findings;

    private final Optional<Span> fixed;
    private final Outline.Listener outline;

    /// @param resource `Kind namespace/name`
    /// @param unknownField how much a field that the kind does not have matters
    Report(String file, String resource, Severity unknownField, Outline.Listener outline) {
        this(file, resource, unknownField, new FindingsBuilder(), Optional.empty(), outline);
    }

    private Report(
            String file,
            String resource,
            Severity unknownField,
            FindingsBuilder findings,
            Optional<Span> fixed,
            Outline.Listener outline) {
        this.file = file;
        this.resource = resource;
        this.unknownField = unknownField;
        this.findings = findings;
        this.fixed = fixed;
        this.outline = outline;
    }

    /// A report into the same list in which everything stands at one place.
    Report at(Span span) {
        return new Report(file, resource, unknownField, findings, Optional.of(span), outline);
    }

    /// Whether anybody wants to know which fields a decoder knows.
    boolean isHeard() {
        return !outline.equals(Outline.Listener.NOBODY);
    }

    /// Notes that a decoder knows a field.
    ///
    /// @param path of the mapping
    void asked(String path, String name, Accepted accepted) {
        outline.asked(path, name, accepted);
    }

    void error(String code, Span span, String path, String message) {
        findings.add(Severity.ERROR, () -> Problem.error(code, place(span, path), message));
    }

    void warning(String code, Span span, String path, String message) {
        findings.add(Severity.WARNING, () -> Problem.warning(code, place(span, path), message));
    }

    /// @param known the fields that there are
    void unknown(Span span, String path, String field, Collection<String> known) {
        findings.add(
                unknownField,
                () ->
                        new Problem(
                                Codes.UNKNOWN_FIELD,
                                unknownField,
                                place(span, path),
                                Spelling.unknown(field, known)));
    }

    void found(Findings others) {
        findings.addAll(others);
    }

    Findings findings() {
        return findings.build();
    }

    private Place place(Span span, String path) {
        return fixed.orElse(span).in(file).withResource(resource).withPath(path);
    }
}
