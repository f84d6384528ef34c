package io.windrose.cli;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Settings;
import io.windrose.analysis.run.ClusterAnalysis;
import io.windrose.analysis.run.Suppression;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "analyze",
        description =
                "Finds what is wrong across the objects of a mesh, by istioctl's and Kiali's codes.",
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE|DIR|-",
            arity = "0..*",
            description = "All that makes the mesh; a directory with all below it, - is stdin.")
    private List<String> inputs = List.of();

    @Mixin private ClusterOptions clusters = new ClusterOptions();
    @Mixin private FixOptions fixes = new FixOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Tells only what is about this namespace.")
    private String namespace = "";

    @Option(
            names = {"-A", "--all-namespaces"},
            description =
                    "Tells what is about any namespace: the default for files. Of a live cluster it is the context's.")
    private boolean allNamespaces;

    @Option(
            names = {"--mesh-config", "--meshConfigFile"},
            paramLabel = "FILE",
            description = "A MeshConfig in place of the one in the ConfigMap istio.")
    private @Nullable Path meshConfig;

    @Option(
            names = {"--mesh-networks", "--meshNetworksFile"},
            paramLabel = "FILE",
            description = "MeshNetworks in place of those in the ConfigMap istio.")
    private @Nullable Path meshNetworks;

    @Option(
            names = {"-S", "--suppress"},
            paramLabel = "CODE=RESOURCE",
            description = "What not to tell, as in -S \"IST0103=Pod *.testing\"; may be repeated.")
    private List<String> suppress = List.of();

    @Option(
            names = "--include",
            split = ",",
            paramLabel = "CODE",
            description = "Codes to tell that are true of most meshes: IST0136, KIA1301.")
    private Set<String> include = Set.of();

    @Option(
            names = "--failure-threshold",
            paramLabel = "LEVEL",
            description =
                    "From which level on the exit code is 79: info, warning, error (default).")
    private String threshold = "error";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier output of -o json; what stands there is not told again.")
    private @Nullable Path baseline;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "log (the default), json, yaml or sarif.")
    private Format output = Format.LOG;

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    enum Format {
        LOG,
        JSON,
        YAML,
        SARIF
    }

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (fixes.isAsked() && output != Format.LOG) {
            throw new ParameterException(
                    spec.commandLine(), "--fix prints differences; leave -o out.");
        }
        var level = level();
        var suppressions = suppressions();
        var input = clusters.read(inputs, console);
        var unreadable = input.unreadable();
        var settings = settings(unreadable);
        var known = baseline == null ? Optional.<Baseline>empty() : read(baseline, unreadable);
        Function<ClusterInput, List<Told>> ask = now -> told(now, settings, suppressions, known);
        if (fixes.isAsked()) {
            fixes.carryOut(input, ask, inputs, console);
        }
        var told = ask.apply(input);
        console.print(text(told, input));
        console.report(unreadable);
        console.report(input.partly());
        console.report(input.unreachable());
        if (!unreadable.isEmpty()) {
            return ExitCode.BAD_DATA;
        }
        if (!input.unreachable().isEmpty()) {
            return ExitCode.UNREACHABLE;
        }
        return told.stream().anyMatch(one -> one.finding().level().compareTo(level) >= 0)
                ? ExitCode.FINDINGS
                : ExitCode.DONE;
    }

    private List<Told> told(
            ClusterInput input,
            Settings settings,
            List<Suppression> suppressions,
            Optional<Baseline> known) {
        var told = new ArrayList<Told>();
        ClusterAnalysis.findings(input.clusters(), settings, include)
                .forEach((cluster, findings) ->
                        findings.stream()
                                .flatMap(one -> wanted(one, suppressions).stream())
                                .map(one -> new Told(cluster, input.placed(one)))
                                .filter(one -> isAsked(one, input))
                                .filter(one -> known.map(file -> !file.has(one)).orElse(true))
                                .forEach(told::add));
        return told;
    }

    private boolean isAsked(Told one, ClusterInput input) {
        var asked = namespace.isEmpty() ? input.namespace(one.cluster()) : namespace;
        return allNamespaces || asked.isEmpty() || one.isIn(asked);
    }

    private static Optional<Finding> wanted(Finding one, List<Suppression> suppressions) {
        return one.without(code -> suppressions.stream().anyMatch(that -> that.covers(one, code)));
    }

    private Settings settings(List<Problem> unreadable) {
        var settings = Settings.DEFAULT;
        if (meshConfig != null) {
            var given = YamlFile.read(meshConfig).then(settings::withMesh);
            unreadable.addAll(errors(given));
            settings = or(given, settings);
        }
        if (meshNetworks != null) {
            var given = YamlFile.read(meshNetworks).map(settings::withNetworks);
            unreadable.addAll(errors(given));
            settings = or(given, settings);
        }
        return settings;
    }

    private static Optional<Baseline> read(Path file, List<Problem> unreadable) {
        var read = Baseline.read(file);
        unreadable.addAll(errors(read));
        return read instanceof Result.Ok<Baseline>(var value, _)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static List<Problem> errors(Result<?> result) {
        return result.problems().stream().filter(Problem::isError).toList();
    }

    private static Settings or(Result<Settings> given, Settings otherwise) {
        return given instanceof Result.Ok<Settings>(var value, _) ? value : otherwise;
    }

    private Severity level() {
        try {
            return Severity.valueOf(threshold.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`%s` is no level; write info, warning or error.".formatted(threshold),
                    unknown,
                    null,
                    threshold);
        }
    }

    private List<Suppression> suppressions() {
        return suppress.stream()
                .map(text ->
                        Suppression.parse(text)
                                .orElseThrow(() ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "`%s` suppresses nothing; write CODE=RESOURCE, as in \"IST0103=Pod *.testing\"."
                                                        .formatted(text))))
                .toList();
    }

    private String text(List<Told> told, ClusterInput input) {
        return switch (output) {
            case LOG -> AnalysisText.of(told, input.count());
            case JSON -> AnalysisJson.of(told);
            case YAML -> AnalysisJson.yaml(told);
            case SARIF -> AnalysisSarif.of(told);
        };
    }
}
