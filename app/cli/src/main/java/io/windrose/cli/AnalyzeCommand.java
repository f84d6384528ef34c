package io.windrose.cli;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Settings;
import io.windrose.analysis.run.ClusterAnalysis;
import io.windrose.analysis.run.Suppression;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
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
        footer = {
            "",
            "What is meant to be as it is can say so itself: a comment `# windrose:ignore",
            "CODE reason` on the line or above it, or the annotations of istioctl and Kiali,",
            "galley.istio.io/analyze-suppress and kiali.io/ignore-validations."
        },
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    private static final String NOT_REPAIRED = "MESH1741";

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
        fixes.check(spec);
        KnownCodes.require("--include", include, spec);
        var level = level();
        var suppressions = suppressions();
        var settings = settings();
        var known =
                Optional.ofNullable(baseline)
                        .map(file -> CommandFailure.orFail(ExitCode.BAD_DATA, Baseline.read(file)));
        var input = clusters.read(inputs, console);
        Function<ClusterInput, List<Told>> ask = now -> told(now, settings, suppressions, known);
        var unwritten = fixes.isAsked() ? fix(input, ask) : List.<Problem>of();
        var told = ask.apply(input);
        console.print(text(told, input));
        console.report(input.inVain());
        console.report(input.problems());
        console.report(unwritten);
        if (!input.unreadable().isEmpty()) {
            return ExitCode.BAD_DATA;
        }
        if (!input.unreachable().isEmpty()) {
            return ExitCode.UNREACHABLE;
        }
        if (!unwritten.isEmpty()) {
            return ExitCode.FAILED;
        }
        return told.stream().anyMatch(one -> one.finding().level().compareTo(level) >= 0)
                ? ExitCode.FINDINGS
                : ExitCode.DONE;
    }

    /// What stands in a part that cannot be read may be what a repair takes for missing.
    ///
    /// @return why files are as they were
    private List<Problem> fix(ClusterInput input, Function<ClusterInput, List<Told>> ask) {
        if (input.missing().isEmpty()) {
            return fixes.carryOut(input, ask, inputs, console);
        }
        return List.of(
                Problem.error(
                        NOT_REPAIRED,
                        Place.NOWHERE,
                        "Nothing was repaired, because not everything could be read."));
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

    private Settings settings() {
        var settings = Result.ok(Settings.DEFAULT);
        if (meshConfig != null) {
            var given = YamlFile.read(meshConfig);
            settings = settings.then(now -> given.then(now::withMesh));
        }
        if (meshNetworks != null) {
            var given = YamlFile.read(meshNetworks);
            settings = settings.then(now -> given.map(now::withNetworks));
        }
        return CommandFailure.orFail(ExitCode.BAD_DATA, settings);
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
        var all = parsed();
        var unknown = KnownCodes.unknown(all.stream().map(Suppression::code).toList());
        unknown.forEach(why -> console.say("warning: -S has no effect: " + why));
        return all;
    }

    private List<Suppression> parsed() {
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
            case LOG -> AnalysisText.of(told, input.count(), input.missing());
            case JSON -> AnalysisJson.of(told);
            case YAML -> AnalysisJson.yaml(told);
            case SARIF -> AnalysisSarif.of(told, input.problems());
        };
    }
}
