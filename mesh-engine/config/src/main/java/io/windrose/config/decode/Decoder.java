package io.windrose.config.decode;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.KubeNamespace;
import io.windrose.config.resource.KubeServiceAccount;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Schemas;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// Makes resources of documents by the rules of their kinds: those of the API server with Istio's
/// schemas, and those of Istio's webhook.
///
/// @param source the name that the resources' origins carry; may be empty
/// @param unknownField `ERROR` as the API server's strict validation has it, `WARNING` where a
///   field that nobody reads should not keep an object from working
public record Decoder(String source, Severity unknownField) {

    /// Both parts of `namespace/name` and what is between them.
    private static final int LONGEST_NAME = 2 * 253 + 1;

    /// What an API server reads of a request.
    ///
    /// @see <a href="https://github.com/kubernetes/apiserver">Kubernetes</a>
    ///   `pkg/server/config.go`, `MaxRequestBodyBytes`
    private static final int MOST_TEXT = 3 << 20;

    /// Every object of the file, in its order; see [YamlFile#objects].
    public List<Decoded> decodeObjects(YamlFile file) {
        return file.objects().stream().map(object -> decode(file, object)).toList();
    }

    public Decoded decode(YamlFile file, YamlDocument document) {
        return decode(file, document, Outline.Listener.NOBODY);
    }

    /// What is asked of each mapping of the document while it is decoded.
    public Outline outline(YamlFile file, YamlDocument document) {
        var recording = new Outline.Recording();
        var _ = decode(file, document, recording);
        return recording.outline();
    }

    private Decoded decode(YamlFile file, YamlDocument document, Outline.Listener outline) {
        if (!(document.root() instanceof Mapping object)) {
            return refused(
                    file,
                    document,
                    document.root().span(),
                    "A document must be an object, not " + document.root().describe() + ".");
        }
        int size = object.span().end() - object.span().start();
        if (size > MOST_TEXT) {
            return refused(
                    file,
                    document,
                    document.root().span(),
                    "This object has %d characters, more than the 3 MiB that an API server takes."
                            .formatted(size));
        }
        var apiVersion = text(object, "apiVersion");
        var kindName = text(object, "kind");
        if (apiVersion.isEmpty() || kindName.isEmpty()) {
            return refused(
                    file,
                    document,
                    document.root().span(),
                    "A document must have an `apiVersion` and a `kind`.");
        }
        var kind = Kind.of(apiVersion, kindName);
        var schema = Schemas.of(apiVersion, kindName);
        if (!outline.equals(Outline.Listener.NOBODY)) {
            schema.ifPresent(known -> SchemaFields.tell(known, object, outline));
        }
        if (kind.isPresent()) {
            return new OneDocument(this, file, document, object, kind.get(), schema)
                    .decode(outline);
        }
        return schema.isPresent()
                ? judged(file, document, object, schema.get(), outline)
                : unknownKind(file, document, object, apiVersion, kindName);
    }

    /// A document of a kind that has rules, but no meaning to the engine.
    private Decoded judged(
            YamlFile file,
            YamlDocument document,
            Mapping object,
            KindSchema schema,
            Outline.Listener outline) {
        var label = label(object, schema.kind(), schema.namespaced());
        var report = new Report(file.name(), label, unknownField, outline);
        if (schema.isServed()) {
            Metadata.decode(
                    new Fields(report, object, object.span(), "", true),
                    new Metadata.Subject(schema.kind(), schema.group(), schema.namespaced()));
        }
        var noEffect =
                Problem.warning(
                        Codes.NO_EFFECT,
                        object.entry("kind")
                                .map(entry -> entry.value().span())
                                .orElse(object.span())
                                .in(file.name())
                                .withResource(label)
                                .withPath("kind"),
                        "%s is checked here, but has no effect on Windrose's own engine."
                                .formatted(schema.kind()));
        return unread(
                document,
                label,
                new Findings(List.of(noEffect), 0, 0)
                        .and(document.findings())
                        .and(report.findings())
                        .and(schema.judge(file.name(), label, object, unknownField).findings()));
    }

    private static String label(Mapping object, String kindName, boolean namespaced) {
        var metadata = object.get("metadata").orElse(object);
        if (!(metadata instanceof Mapping members)) {
            return kindName;
        }
        var name = Metadata.named(namespaced, text(members, "namespace"), text(members, "name"));
        return kindName + " " + shortened(name.toString());
    }

    /// A file that holds nothing but the settings of the mesh, as `--mesh-config` takes it.
    public Result<MeshConfig> meshConfig(YamlFile file) {
        var meta = MeshConfig.DEFAULT.meta();
        if (file.documents().isEmpty()) {
            return Result.ok(MeshConfig.DEFAULT);
        }
        var root = file.documents().getFirst().root();
        if (!(root instanceof Mapping settings)) {
            return Result.err(
                    Problem.error(
                            Codes.WRONG_TYPE,
                            root.span().in(file.name()),
                            "The settings of a mesh are a mapping, not " + root.describe() + "."));
        }
        var report = new Report(file.name(), "MeshConfig", unknownField, Outline.Listener.NOBODY);
        var config =
                MeshConfigs.decode(
                        meta,
                        new Origin(source, file.name(), 0, root.span().line()),
                        new Fields(report, settings, settings.span(), "", true));
        var shape =
                Schemas.meshConfig()
                        .judge(
                                file.name(),
                                "MeshConfig",
                                settings,
                                "",
                                Optional.empty(),
                                unknownField);
        return Result.of(config, Verdict.of(shape, report.findings()).problems());
    }

    private Decoded refused(YamlFile file, YamlDocument document, Span span, String message) {
        var refusal = Problem.error(Codes.NO_OBJECT, span.in(file.name()), message);
        return unread(
                document,
                "document " + (document.index() + 1),
                new Findings(List.of(refusal), 0, 0).and(document.findings()));
    }

    private static Decoded unread(YamlDocument document, String label, Findings findings) {
        return new Decoded(
                document.index(),
                label,
                Optional.empty(),
                Optional.empty(),
                findings.problems(),
                document.root());
    }

    private Decoded unknownKind(
            YamlFile file,
            YamlDocument document,
            Mapping object,
            String apiVersion,
            String kindName) {
        var name = object.get("metadata").map(Decoder::name).orElse("");
        var label = (Spelling.shortened(kindName) + " " + shortened(name)).trim();
        var problem = UnknownKind.of(file.name(), label, object, apiVersion, kindName);
        return unread(
                document, label, new Findings(List.of(problem), 0, 0).and(document.findings()));
    }

    /// Names that are longer are refused, and not worth repeating with each problem.
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    static String name(ConfigTree metadata) {
        if (!(metadata instanceof Mapping members)) {
            return "";
        }
        var namespace = text(members, "namespace");
        return namespace.isEmpty()
                ? text(members, "name")
                : namespace + "/" + text(members, "name");
    }

    static String text(Mapping mapping, String key) {
        return mapping.get(key).orElse(mapping) instanceof Scalar scalar ? scalar.text() : "";
    }

    /// The decoding of one document of a known kind.
    private record OneDocument(
            Decoder settings,
            YamlFile file,
            YamlDocument document,
            Mapping object,
            Kind kind,
            Optional<KindSchema> schema) {

        Decoded decode(Outline.Listener outline) {
            var label = label(object, kind.kindName(), kind.namespaced());
            var report = new Report(file.name(), label, settings.unknownField, outline);
            boolean lenient = !kind.group().endsWith("istio.io");
            var judged =
                    schema.map(known ->
                                    known.judge(file.name(), label, object, settings.unknownField))
                            .orElse(new KindSchema.Judged(object, Findings.NONE));
            var fields = new Fields(report, judged.stored(), object.span(), "", lenient);
            var meta = Metadata.decode(fields, Metadata.Subject.of(kind));
            var origin =
                    new Origin(
                            settings.source, file.name(), document.index(), object.span().line());
            var resource = resource(meta, origin, fields);
            var findings =
                    document.findings()
                            .and(
                                    schema.isPresent()
                                            ? Verdict.of(judged.findings(), report.findings())
                                            : report.findings());
            Optional<ResourceId> id =
                    meta.name().name().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new ResourceId(kind, meta.name()));
            return new Decoded(
                    document.index(),
                    label,
                    id,
                    findings.hasErrors() ? Optional.empty() : resource,
                    findings.problems(),
                    document.root());
        }

        private Optional<Resource> resource(ObjectMeta meta, Origin origin, Fields fields) {
            return switch (kind) {
                case NAMESPACE -> Optional.of(new KubeNamespace(meta, origin));
                case SERVICE_ACCOUNT -> Optional.of(new KubeServiceAccount(meta, origin));
                case SERVICE -> Optional.of(KubeObjects.service(meta, origin, fields));
                case ENDPOINTS -> Optional.of(KubeObjects.endpoints(meta, origin, fields));
                case ENDPOINT_SLICE -> Optional.of(KubeObjects.endpointSlice(meta, origin, fields));
                case POD -> Optional.of(KubeObjects.pod(meta, origin, fields));
                case DEPLOYMENT -> Optional.of(KubeObjects.deployment(meta, origin, fields));
                case SECRET -> KubeObjects.secret(meta, origin, fields).map(found -> found);
                case MESH_CONFIG ->
                        new MeshConfigMap(
                                        file,
                                        label(object, kind.kindName(), kind.namespaced()),
                                        settings.unknownField)
                                .decode(meta, origin, fields.sectionOrEmpty("data"))
                                .map(found -> found);
                case VIRTUAL_SERVICE ->
                        Optional.of(VirtualServices.decode(meta, origin, spec(fields)));
                case DESTINATION_RULE ->
                        Optional.of(DestinationRules.decode(meta, origin, spec(fields)));
                case GATEWAY -> Optional.of(Gateways.decode(meta, origin, spec(fields)));
                case SERVICE_ENTRY ->
                        Optional.of(ServiceEntries.decode(meta, origin, spec(fields)));
                case WORKLOAD_ENTRY ->
                        Optional.of(ServiceEntries.workloadEntry(meta, origin, spec(fields)));
                case SIDECAR -> Optional.of(Sidecars.decode(meta, origin, spec(fields)));
                case PEER_AUTHENTICATION ->
                        Optional.of(Policies.peerAuthentication(meta, origin, spec(fields)));
                case AUTHORIZATION_POLICY ->
                        Optional.of(Policies.authorizationPolicy(meta, origin, spec(fields)));
            };
        }

        private static Fields spec(Fields fields) {
            return fields.sectionOrEmpty("spec");
        }
    }
}
