package io.windrose.config.decode;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// The `metadata` of an object.
final class Metadata {
    /// Where an object lies that does not say.
    private static final String DEFAULT_NAMESPACE = "default";

    private Metadata() {}

    /// The kind of the object.
    ///
    /// @param group empty for Kubernetes' core group
    record Subject(String kind, String group, boolean namespaced) {
        static Subject of(Kind kind) {
            return new Subject(kind.kindName(), kind.group(), kind.namespaced());
        }
    }

    /// @param object the whole of it
    static ObjectMeta decode(Fields object, Subject subject) {
        if (!object.has("metadata")) {
            object.missing("metadata");
        }
        return read(object.sectionOrEmpty("metadata").tolerant(), subject);
    }

    private static ObjectMeta read(Fields fields, Subject subject) {
        var name = fields.text("name");
        if (name.isEmpty() && !fields.has("generateName")) {
            fields.missing("name");
        } else if (!name.isEmpty()) {
            Names.objectNameProblem(name)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "name", reason));
        }
        var namespace = fields.text("namespace");
        if (!namespace.isEmpty() && !Names.isDnsLabel(namespace)) {
            fields.error(
                    Codes.MALFORMED,
                    "namespace",
                    "`%s` is not a namespace.".formatted(Spelling.shortened(namespace)));
        }
        var meta =
                new ObjectMeta(
                        named(subject.namespaced, namespace, name),
                        fields.labels("labels"),
                        fields.textMap("annotations"),
                        created(fields));
        checkDryRun(fields, subject, meta);
        fields.ignoring(
                        "deletionGracePeriodSeconds",
                        "deletionTimestamp",
                        "finalizers",
                        "generateName",
                        "generation",
                        "managedFields",
                        "ownerReferences",
                        "resourceVersion",
                        "selfLink",
                        "uid")
                .end();
        return meta;
    }

    /// Labels of a template, which has no name.
    static Labels labels(Fields template) {
        return template.sectionOrEmpty("metadata").labels("labels");
    }

    static NamespacedName named(boolean namespaced, String namespace, String name) {
        if (!namespaced) {
            return new NamespacedName("", name);
        }
        return new NamespacedName(namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace, name);
    }

    private static Instant created(Fields fields) {
        var text = fields.text("creationTimestamp");
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            fields.error(
                    Codes.MALFORMED,
                    "creationTimestamp",
                    "`%s` is not a time such as 2026-01-31T12:00:00Z."
                            .formatted(Spelling.shortened(text)));
            return Instant.EPOCH;
        }
    }

    private static void checkDryRun(Fields fields, Subject subject, ObjectMeta meta) {
        var dryRun = meta.annotations().get("istio.io/dry-run");
        if (dryRun == null || subject.group.isEmpty()) {
            return;
        }
        if (!subject.kind.equals("AuthorizationPolicy")) {
            fields.error(
                    Codes.CONTRADICTION,
                    "annotations",
                    "`istio.io/dry-run` is for AuthorizationPolicies only.");
        } else if (!dryRun.equals("true") && !dryRun.equals("false")) {
            fields.error(
                    Codes.MALFORMED,
                    "annotations",
                    "`istio.io/dry-run` is \"true\" or \"false\", not `%s`."
                            .formatted(Spelling.shortened(dryRun)));
        }
    }
}
