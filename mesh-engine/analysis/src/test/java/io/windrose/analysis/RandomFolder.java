package io.windrose.analysis;

import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A folder of somebody who edits at random: files come and go, and so do their documents, lines
/// get the values of others, everything moves down by a line, namespaces are labelled, the settings
/// of the mesh change.
final class RandomFolder {
    private static final int SIZE = 10;
    private static final Pattern VALUE = Pattern.compile("\\s*(?:- )?([\\w./-]+): (\\S.*)");
    private static final String BETWEEN = "\n---\n";

    private static final List<String> NAMESPACE_LABELS =
            List.of(
                    "",
                    "istio-injection: enabled",
                    "istio-injection: disabled",
                    "istio.io/rev: canary",
                    "istio.io/dataplane-mode: ambient",
                    "istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint");

    private static final List<String> SETTINGS =
            List.of(
                    "enableAutoMtls: false",
                    "rootNamespace: shop",
                    "defaultVirtualServiceExportTo: ['.']",
                    "defaultServiceExportTo: ['.']",
                    "trustDomain: example.com",
                    "outboundTrafficPolicy: {mode: REGISTRY_ONLY}");

    private final Random random;
    private final List<YamlFile> corpus;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, YamlFile> files = new TreeMap<>();

    /// The same objects for as long as their text is the same.
    private final Map<String, List<MeshObject>> objects = new TreeMap<>();

    RandomFolder(Random random, List<YamlFile> corpus) {
        this.random = random;
        this.corpus = corpus;
        for (var file : corpus) {
            file.text()
                    .lines()
                    .map(VALUE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line ->
                            values.computeIfAbsent(line.group(1), _ -> new ArrayList<>())
                                    .add(line.group(2)));
        }
    }

    List<MeshObject> objects() {
        return objects.values().stream().flatMap(List::stream).toList();
    }

    /// @return what was done
    String edit() {
        return switch (random.nextInt(files.size() < SIZE ? 9 : 7)) {
            case 0 -> remove();
            case 1 -> write(any(), text -> "#\n" + text);
            case 2 -> write(any(), this::withoutADocument);
            case 3, 4 -> write(any(), this::withAnotherValue);
            case 5 -> put("namespace.yaml", namespace());
            case 6 -> put("mesh.yaml", settings());
            default -> {
                var file = corpus.get(random.nextInt(corpus.size()));
                yield put(file.name(), file.text());
            }
        };
    }

    private String any() {
        return files.isEmpty()
                ? corpus.getFirst().name()
                : List.copyOf(files.keySet()).get(random.nextInt(files.size()));
    }

    private String remove() {
        var name = any();
        files.remove(name);
        objects.remove(name);
        return "remove " + name;
    }

    private String write(String name, UnaryOperator<String> edit) {
        var file = files.get(name);
        return file == null ? "nothing" : put(name, edit.apply(file.text()));
    }

    /// A text that cannot be read leaves the file as it was.
    private String put(String name, String text) {
        if (YamlFile.parse(name, text) instanceof Result.Ok<YamlFile>(var file, _)) {
            files.put(name, file);
            objects.put(name, MeshObject.of(file));
        }
        return name + " is now\n" + text;
    }

    private String withoutADocument(String text) {
        var documents = new ArrayList<>(Arrays.asList(text.split(BETWEEN, -1)));
        documents.remove(random.nextInt(documents.size()));
        return String.join(BETWEEN, documents);
    }

    private String withAnotherValue(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int tries = 0; tries < lines.size(); tries++) {
            int at = random.nextInt(lines.size());
            var line = VALUE.matcher(lines.get(at));
            if (line.matches()) {
                var others = values.getOrDefault(line.group(1), List.of(line.group(2)));
                lines.set(
                        at,
                        lines.get(at).substring(0, line.start(2))
                                + others.get(random.nextInt(others.size())));
                break;
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String namespace() {
        var names = List.of("default", "shop", "bookinfo", "istio-system");
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: {%s}}
        """
                .formatted(
                        names.get(random.nextInt(names.size())),
                        NAMESPACE_LABELS.get(random.nextInt(NAMESPACE_LABELS.size())));
    }

    private String settings() {
        return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: istio, namespace: istio-system}
        data:
          mesh: |
            %s
        """
                .formatted(SETTINGS.get(random.nextInt(SETTINGS.size())));
    }
}
