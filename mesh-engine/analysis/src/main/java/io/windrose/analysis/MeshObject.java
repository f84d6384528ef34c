package io.windrose.analysis;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.Resource;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// One object of a mesh as somebody wrote it, whether or not the engine knows its kind.
public final class MeshObject {
    /// What an unknown field makes of an object is a finding; what the object means stays.
    private static final Decoder DECODER = new Decoder("", Severity.WARNING);

    private final YamlFile file;
    private final Decoded decoded;
    private final Node root;
    private final String kind;
    private final String namespace;
    private final String name;

    private MeshObject(YamlFile file, Decoded decoded, String kind) {
        this.file = file;
        this.decoded = decoded;
        this.root = Node.root(this, decoded.tree());
        this.kind = kind;
        this.namespace =
                Kinds.namespaced(kind) ? or(root.text("metadata", "namespace"), "default") : "";
        this.name = root.text("metadata", "name");
    }

    /// All objects of a file, those inside of a `List` too, in its order.
    public static List<MeshObject> of(YamlFile file) {
        return DECODER.decodeObjects(file).stream()
                .map(decoded -> new MeshObject(file, decoded, Kinds.of(decoded.tree())))
                .toList();
    }

    /// Settings that are no object of a cluster: the first document of a file, or nothing.
    ///
    /// @param label as [#label] has it
    static MeshObject settings(String label, YamlFile file) {
        var kind = label.substring(0, (label + " ").indexOf(' '));
        var tree = file.documents().isEmpty() ? Node.NOTHING : file.documents().getFirst().root();
        return new MeshObject(
                file,
                new Decoded(0, label, Optional.empty(), Optional.empty(), List.of(), tree),
                kind);
    }

    /// As problems name it.
    public String file() {
        return file.name();
    }

    /// The text that the object stands in.
    public YamlFile yaml() {
        return file;
    }

    /// `group/Kind`, or the kind alone in Kubernetes' core group; all versions are one. See
    /// [Kinds].
    public String kind() {
        return kind;
    }

    /// Empty for kinds that have none; `default` where none is written.
    public String namespace() {
        return namespace;
    }

    public String name() {
        return name;
    }

    /// `Kind namespace/name`, or `Kind name` for kinds that have no namespace; never empty.
    public String label() {
        return decoded.label();
    }

    /// Whether both are one object of a cluster, which the one applied last decides.
    public boolean isSameAs(MeshObject other) {
        return kind.equals(other.kind)
                && namespace.equals(other.namespace)
                && name.equals(other.name);
    }

    public Labels labels() {
        return Labels.of(root.words("metadata", "labels"));
    }

    public Node root() {
        return root;
    }

    public Node spec() {
        return root.get("spec");
    }

    /// Empty for an annotation that is absent.
    public String annotation(String key) {
        return root.text("metadata", "annotations", key);
    }

    /// What the engine reads of it; empty for a kind that it does not know and for an object that
    /// an API server would refuse.
    public Optional<Resource> resource() {
        return decoded.resource();
    }

    /// What is wrong with it by itself.
    public List<Problem> problems() {
        return decoded.problems();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    @Override
    public String toString() {
        return label();
    }
}
