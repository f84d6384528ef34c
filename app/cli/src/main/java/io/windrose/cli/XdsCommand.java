package io.windrose.cli;

import io.windrose.workspace.NodeRequest;
import io.windrose.workspace.XdsPreview;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "xds",
        description = "Prints what the control plane would send to a proxy.",
        mixinStandardHelpOptions = true)
final class XdsCommand implements Callable<Integer> {
    private final Console console;
    @Mixin private MeshOptions mesh = new MeshOptions();

    @Option(
            names = "--node",
            required = true,
            paramLabel = "ID",
            description = "type~ip~pod.namespace~namespace.svc.cluster.local")
    private String node = "";

    @Option(
            names = "--node-file",
            paramLabel = "FILE",
            description = "The proxy's Envoy node as JSON, with metadata and locality.")
    private @Nullable Path nodeFile;

    @Option(
            names = "--workload-labels",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Labels of the workload.")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "all",
            description = "cds, eds, lds, rds, sds, ecds, nds or all (the default).")
    private String type = "all";

    @SuppressWarnings("UnusedVariable") // said for scripts; there is nothing else to choose yet
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json, the only one.")
    private Format output = Format.JSON;

    enum Format {
        JSON
    }

    XdsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var types = CommandFailure.orFail(ExitCode.USAGE, XdsPreview.types(type));
        var request = new NodeRequest(node, Optional.ofNullable(nodeFile), labels);
        var snapshot = mesh.read();
        console.report(snapshot.warnings());
        console.print(
                CommandFailure.orFail(
                        ExitCode.BAD_DATA,
                        snapshot.then(read -> XdsPreview.json(read, request, types))));
        return ExitCode.DONE;
    }
}
