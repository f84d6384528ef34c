package io.windrose.workspace.welcome;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.FileProblems;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kube.ClusterAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The contexts of the user's kubeconfigs, told by parsing alone: nothing is asked of a cluster, no
/// program is run, and no file is read but the kubeconfigs themselves.
///
/// Of several files the first that says something counts, as for kubectl.
///
/// @param contexts the current one first, the others in the order of the files
/// @param problems one for each file that cannot be understood
/// @see <a
///   href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">Merging
///   kubeconfig files</a>
public record KubeContexts(List<KubeContext> contexts, List<Problem> problems) {

    /// Enough for a thousand contexts with their certificates inside.
    private static final long MAX_BYTES = 16 << 20;

    public KubeContexts {
        contexts = List.copyOf(contexts);
        problems = List.copyOf(problems);
    }

    /// Those of the user who runs this program. Blocks on the disk.
    public static KubeContexts ofThisUser() {
        return read(files(System.getenv(), System.getProperty("user.home")));
    }

    /// The files that kubectl would read: those of `KUBECONFIG`, else the one in the home folder.
    public static List<Path> files(Map<String, String> environment, String home) {
        var named = environment.getOrDefault("KUBECONFIG", "");
        if (named.isBlank()) {
            return List.of(Path.of(home, ".kube", "config"));
        }
        return Arrays.stream(named.split(File.pathSeparator, -1))
                .filter(name -> !name.isBlank())
                .flatMap(name -> path(name).stream())
                .distinct()
                .toList();
    }

    /// Files that do not exist are left out, as kubectl does. Blocks on the disk.
    public static KubeContexts read(List<Path> files) {
        var problems = new ArrayList<Problem>();
        return new KubeContexts(merge(files, problems).contexts(), problems);
    }

    /// How to reach the cluster of a context. Blocks on the disk.
    ///
    /// @param context empty for the current one
    /// @return the problem that there is no such context, or that its cluster is not described
    public static Result<ClusterAccess> access(List<Path> files, String context) {
        var problems = new ArrayList<Problem>();
        var merge = merge(files, problems);
        var name = context.isEmpty() ? merge.current() : context;
        return merge.access(name)
                .<Result<ClusterAccess>>map(access -> new Result.Ok<>(access, problems))
                .orElseGet(() -> {
                    problems.add(unknown(files, name, merge));
                    return new Result.Err<>(problems);
                });
    }

    private static Problem unknown(List<Path> files, String name, KubeMerge merge) {
        var where = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        var known = merge.contexts().stream().map(KubeContext::name).toList();
        var message =
                name.isEmpty()
                        ? "There is no current context; name one of %s.".formatted(known)
                        : known.contains(name)
                                ? "The cluster of context %s is not described.".formatted(name)
                                : "There is no context %s; known are %s.".formatted(name, known);
        var nothing =
                files.stream().noneMatch(Files::exists)
                        ? "There is no such file; expected a kubeconfig."
                        : "There is no context at all.";
        return Problem.error("MESH1721", Place.inFile(where), known.isEmpty() ? nothing : message);
    }

    private static KubeMerge merge(List<Path> files, List<Problem> problems) {
        var read = new LinkedHashMap<Path, KubeFile>();
        for (var file : files) {
            if (Files.exists(file)) {
                switch (read(file)) {
                    case Result.Ok<KubeFile>(var content, var warnings) -> {
                        read.put(file, content);
                        problems.addAll(warnings);
                    }
                    case Result.Err<KubeFile>(var reasons) -> problems.add(reasons.getFirst());
                }
            }
        }
        return new KubeMerge(List.copyOf(read.values()));
    }

    private static Result<KubeFile> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Result.err(wrong(file, "is not a file"));
            }
            if (Files.size(file) > MAX_BYTES) {
                return Result.err(YamlFile.tooLarge(file.toString(), Files.size(file)));
            }
        } catch (IOException unreadable) {
            return Result.err(FileProblems.unreadable(file, unreadable));
        }
        return YamlFile.read(file)
                .then(yaml -> {
                    if (yaml.documents().isEmpty()) {
                        return Result.ok(KubeFile.empty(file));
                    }
                    return yaml.documents().getFirst().root() instanceof Mapping root
                            ? KubeFile.of(file, root)
                            : Result.err(wrong(file, "is not a kubeconfig"));
                });
    }

    static Problem wrong(Path file, String what) {
        return Problem.error(
                "MESH1720",
                Place.inFile(file.toString()),
                "%s; expected clusters, users and contexts, as kubectl writes them."
                        .formatted(what));
    }

    static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }
}
