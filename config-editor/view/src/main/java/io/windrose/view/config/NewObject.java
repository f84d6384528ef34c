package io.windrose.view.config;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.schema.Format;
import io.windrose.config.schema.KindSchema;
import io.windrose.kernel.NamespacedName;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.Template;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The questions that a new object is begun with: its kind, its name, its namespace and the file
/// that it goes to. The file follows kind and name until the person names one.
///
/// Confined to the owner of the view model that it was asked of.
public final class NewObject {
    private static final String USUAL = "VirtualService";

    private final Path folder;
    private final List<EditedFile> files;
    private final Predicate<Path> inConflict;
    private final BiConsumer<Path, String> add;
    private final ObjectProperty<KindSchema> kind;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty namespace;
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private String proposed = "";

    /// @param files that there are, with their drafts
    /// @param inConflict whether the draft of a file waits for a decision at this moment
    /// @param namespace where the person is
    /// @param add puts a text at the end of a file that is in no conflict
    NewObject(
            Path folder,
            List<EditedFile> files,
            Predicate<Path> inConflict,
            String namespace,
            BiConsumer<Path, String> add) {
        this.folder = folder;
        this.files = files;
        this.inConflict = inConflict;
        this.add = add;
        kind =
                new SimpleObjectProperty<>(
                        kinds().stream()
                                .filter(each -> each.kind().equals(USUAL))
                                .findFirst()
                                .orElse(kinds().getFirst()));
        this.namespace = new SimpleStringProperty(namespace);
        kind.subscribe(_ -> follow());
        name.subscribe(_ -> follow());
        this.namespace.subscribe(_ -> judge());
        file.subscribe(_ -> judge());
    }

    public static List<KindSchema> kinds() {
        return Template.kinds();
    }

    public ObjectProperty<KindSchema> kindProperty() {
        return kind;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// Means nothing for kinds whose objects have none.
    public StringProperty namespaceProperty() {
        return namespace;
    }

    /// Relative to the folder; one that is there gets the object at its end.
    public StringProperty fileProperty() {
        return file;
    }

    /// The text that the object begins with.
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Why there is nothing to begin with yet, as a sentence; empty when there is.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// The namespaces of the folder, in order.
    public List<String> namespaces() {
        return files.stream()
                .flatMap(each -> each.objects().stream())
                .flatMap(entry -> entry.id().stream())
                .map(id -> id.name().namespace())
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// The files of the folder, relative to it, in order.
    public List<String> fileNames() {
        return files.stream().map(each -> folder.relativize(each.file()).toString()).toList();
    }

    /// Puts it into the draft of its file; does nothing while there is a refusal.
    public void create() {
        judge(); // its file may have come into conflict meanwhile
        if (refusal.get().isEmpty()) {
            add.accept(folder.resolve(file.get()), preview.get());
        }
    }

    private void follow() {
        var next =
                kind.get().kind().toLowerCase(Locale.ROOT)
                        + (name.get().isEmpty() ? "" : "-" + name.get())
                        + ".yaml";
        boolean follows = file.get().equals(proposed);
        proposed = next;
        if (follows) {
            file.set(next);
        }
        judge();
    }

    private void judge() {
        var full = new NamespacedName(place(), name.get().isEmpty() ? "name" : name.get());
        preview.set(Template.of(kind.get(), full));
        refusal.set(
                Stream.of(ofName(), ofNamespace(), ofObject(), ofFile())
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(""));
    }

    private String place() {
        return kind.get().namespaced() ? namespace.get() : "";
    }

    private Optional<String> ofName() {
        return name.get().isEmpty()
                ? Optional.of("Give it a name.")
                : Format.OBJECT_NAME.problem(name.get());
    }

    private Optional<String> ofNamespace() {
        if (!kind.get().namespaced()) {
            return Optional.empty();
        }
        return namespace.get().isEmpty()
                ? Optional.of("Name its namespace.")
                : Format.NAMESPACE.problem(namespace.get());
    }

    private Optional<String> ofObject() {
        var schema = kind.get();
        var full = new NamespacedName(place(), name.get());
        var id =
                Kind.of(schema.apiVersion(schema.versions().getFirst()), schema.kind())
                        .map(known -> new ResourceId(known, full));
        var label = schema.kind() + " " + (place().isEmpty() ? "" : place() + "/") + name.get();
        return files.stream()
                .filter(each -> each.objects().stream().anyMatch(entry -> is(entry, id, label)))
                .findFirst()
                .map(each -> label + " stands in " + Words.fileName(each.file()) + " already.");
    }

    /// A label does not say which of the two kinds that are called Gateway it means.
    private static boolean is(EditedFile.Entry entry, Optional<ResourceId> id, String label) {
        return entry.id().equals(id) && (id.isPresent() || entry.label().equals(label));
    }

    private Optional<String> ofFile() {
        try {
            var path = Path.of(file.get());
            boolean inside =
                    !path.isAbsolute()
                            && folder.resolve(path).normalize().startsWith(folder.normalize());
            boolean hidden =
                    StreamSupport.stream(path.spliterator(), false)
                            .anyMatch(each -> each.toString().startsWith("."));
            var known = files.stream().filter(each -> each.file().equals(folder.resolve(path)));
            if (!inside || hidden) {
                return Optional.of(
                        "The file must lie in the folder, by a name without a dot first.");
            }
            if (!file.get().endsWith(".yaml") && !file.get().endsWith(".yml")) {
                return Optional.of("The file's name must end with .yaml.");
            }
            if (inConflict.test(folder.resolve(path))) {
                return Optional.of(Words.fileName(path) + " is in conflict; decide first.");
            }
            return known.findFirst()
                    .filter(each -> !each.problems().isEmpty())
                    .map(each -> Words.fileName(each.file()) + " cannot be read; repair it first.");
        } catch (InvalidPathException _) {
            return Optional.of("The file's name is not one of a file.");
        }
    }
}
