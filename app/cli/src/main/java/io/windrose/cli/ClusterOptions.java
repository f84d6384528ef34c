package io.windrose.cli;

import io.windrose.analysis.ClusterFacts;
import io.windrose.analysis.ClusterFacts.Server;
import io.windrose.analysis.MeshObject;
import io.windrose.config.file.InputFiles;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kube.ClusterReader;
import io.windrose.kube.LiveCluster;
import io.windrose.workspace.welcome.KubeContexts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which clusters a command is about: folders of files, and contexts of a kubeconfig.
final class ClusterOptions {
    private static final String PARTLY = "MESH1740";
    private static final String STANDARD_INPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one in

    @Option(
            names = "--cluster",
            paramLabel = "NAME=FILE|DIR",
            description = "One of several clusters of the mesh, in files; may be repeated.")
    private Map<String, Path> folders = new LinkedHashMap<>();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "A live cluster; of several, the others are held against the first.")
    private List<String> contexts = List.of();

    @Option(
            names = "--remote-contexts",
            split = ",",
            paramLabel = "NAME",
            description = "More live clusters of the same mesh.")
    private List<String> remoteContexts = List.of();

    @Option(
            names = {"-c", "--kubeconfig"},
            paramLabel = "FILE",
            description = "In place of KUBECONFIG and ~/.kube/config.")
    private @Nullable String kubeconfig;

    @Option(
            names = "--from-version",
            paramLabel = "1.N",
            description =
                    "The Istio that the mesh was written for, to hear what has changed since.")
    private String fromVersion = "";

    @Mixin private ObservedCalls observed = new ObservedCalls();

    /// @param inputs files and directories of the first cluster, or of the only one; an object in
    ///   them stands for the one of its name in the cluster
    /// @throws ParameterException when nothing is named and there is no current context
    ClusterInput read(List<String> inputs, Console console) {
        var input = new ClusterInput();
        folders.forEach((name, folder) -> {
            var read = InputFiles.of(folder);
            input.objects(name).addAll(objects(read.files()));
            input.unreadable().addAll(read.unreadable());
        });
        var live = contexts(inputs);
        for (var context : live) {
            read(context, input);
        }
        var files = new ArrayList<MeshObject>();
        for (var one : inputs) {
            var read =
                    one.equals(STANDARD_INPUT)
                            ? InputFiles.of(one, console.in())
                            : InputFiles.of(Path.of(one));
            files.addAll(objects(read.files()));
            input.unreadable().addAll(read.unreadable());
        }
        if (!inputs.isEmpty()) {
            var first = input.clusters().isEmpty() ? "" : input.clusters().firstEntry().getKey();
            input.put(first, files);
        }
        var traffic = observed.read(input.partly());
        var now = InstantSource.system().instant();
        input.clusters()
                .forEach((name, objects) -> {
                    var server =
                            input.live(name).map(one -> new Server(one.version(), one.refused()));
                    objects.add(new ClusterFacts(name, now, fromVersion, server).object());
                    objects.addAll(traffic);
                });
        return input;
    }

    /// The current one where nothing at all is named.
    private List<String> contexts(List<String> inputs) {
        var named = Stream.concat(contexts.stream(), remoteContexts.stream()).distinct().toList();
        if (!named.isEmpty() || !inputs.isEmpty() || !folders.isEmpty()) {
            return named;
        }
        if (kubeconfig == null && kubeFiles().stream().noneMatch(Files::exists)) {
            throw new ParameterException(
                    command.commandLine(),
                    "Say what to analyze: files, directories, or - for stdin; --cluster NAME=DIR; or --context NAME of a kubeconfig.");
        }
        return List.of("");
    }

    private List<Path> kubeFiles() {
        return kubeconfig == null
                ? KubeContexts.files(System.getenv(), System.getProperty("user.home"))
                : Arrays.stream(kubeconfig.split(File.pathSeparator, -1)).map(Path::of).toList();
    }

    private void read(String context, ClusterInput input) {
        switch (KubeContexts.access(kubeFiles(), context).then(ClusterReader::read)) {
            case Result.Ok<LiveCluster>(var cluster, _) -> {
                input.addLive(cluster, objects(cluster.files()));
                cluster.failed()
                        .forEach(kind ->
                                input.partly()
                                        .add(
                                                Problem.warning(
                                                        PARTLY,
                                                        Place.inFile(cluster.name()),
                                                        "This kind could not be read: " + kind)));
            }
            case Result.Err<LiveCluster>(var problems) ->
                    input.miss(
                            context.isEmpty()
                                    ? "the cluster of the current context"
                                    : "cluster " + context,
                            problems.stream().filter(Problem::isError).toList());
        }
    }

    private static List<MeshObject> objects(List<YamlFile> files) {
        return files.stream().flatMap(file -> MeshObject.of(file).stream()).toList();
    }
}
