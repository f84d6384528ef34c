package io.windrose.analysis;

import io.windrose.analysis.run.Analysis;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Objects, and what a peer of ours says of them.
///
/// @param codes that the case is about; others count neither for nor against
/// @param expected `CODE Kind name`, the namespace `default` left out
record PeerCase(
        String name,
        List<YamlFile> files,
        Settings settings,
        Set<String> codes,
        Set<String> expected) {

    private static final Mapping NOTHING =
            new Mapping(List.of(), false, new Span(0, 0, 0, 0, 0, 0));

    /// @param suite a folder of `shared/conformance`
    static List<PeerCase> all(String suite) {
        var folder = Shared.path("conformance/" + suite);
        var cases = read(folder.resolve("cases.json"));
        var list = (Sequence) cases.documents().getFirst().root();
        return list.items().stream().map(one -> of(folder, cases.text(), (Mapping) one)).toList();
    }

    private static PeerCase of(Path folder, String json, Mapping one) {
        var files = new ArrayList<YamlFile>();
        words(one, "files").forEach(file -> files.add(read(folder.resolve(file))));
        one.get("file")
                .ifPresent(file -> files.add(read(folder.resolve("testdata").resolve(text(file)))));
        items(one, "context").forEach(object -> files.add(part("context.yaml", json, object)));
        return new PeerCase(
                one.get("name").map(PeerCase::text).orElseThrow(),
                files,
                settings(folder, json, one),
                Set.copyOf(words(one, "codes")),
                items(one, "expected").stream()
                        .map(pair -> ((Sequence) pair).items())
                        .map(pair -> text(pair.getFirst()) + " " + plain(text(pair.getLast())))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Settings settings(Path folder, String json, Mapping one) {
        var settings =
                switch (one.get("meshConfig").orElse(NOTHING)) {
                    case Mapping mesh when !mesh.entries().isEmpty() ->
                            value(Settings.DEFAULT.withMesh(part("mesh.yaml", json, mesh)));
                    case Scalar file when !text(file).equals("null") ->
                            value(Settings.DEFAULT.withMesh(read(folder.resolve(text(file)))));
                    default -> Settings.DEFAULT;
                };
        var networks = one.get("meshNetworks").orElse(NOTHING);
        return networks instanceof Scalar file && !text(file).equals("null")
                ? settings.withNetworks(read(folder.resolve(text(file))))
                : settings;
    }

    /// What we say, in the same form.
    Set<String> found() {
        var objects = files.stream().flatMap(file -> MeshObject.of(file).stream()).toList();
        return Analysis.of(Mesh.of(objects, settings)).findings().stream()
                .flatMap(finding ->
                        finding.codes().stream()
                                .map(code -> code.id() + " " + plain(finding.place().resource())))
                .filter(line -> codes.contains(line.substring(0, line.indexOf(' '))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String resource) {
        return resource.replace(" default/", " ");
    }

    private static YamlFile part(String name, String json, ConfigTree part) {
        return value(YamlFile.parse(name, json.substring(part.span().start(), part.span().end())));
    }

    private static YamlFile read(Path file) {
        return value(YamlFile.read(file));
    }

    private static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<ConfigTree> items(Mapping one, String key) {
        return one.get(key).orElse(one) instanceof Sequence list ? list.items() : List.of();
    }

    private static List<String> words(Mapping one, String key) {
        return items(one, key).stream().map(PeerCase::text).toList();
    }

    private static String text(ConfigTree tree) {
        return ((Scalar) tree).text();
    }

    @Override
    public String toString() {
        return name;
    }
}
