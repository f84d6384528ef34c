package io.windrose.cli;

import io.windrose.config.schema.Definitions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a cluster is given; its sub-commands say which part.
@Command(
        name = "manifest",
        description = "Prints what a cluster needs.",
        mixinStandardHelpOptions = true,
        subcommands = ManifestCommand.Generate.class)
final class ManifestCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name what to do; 'windrose manifest generate' prints it");
    }

    @Command(
            name = "generate",
            description = "Prints YAML for kubectl apply.",
            mixinStandardHelpOptions = true)
    static final class Generate implements Callable<Integer> {
        private final Console console;

        @Option(
                names = "--filter",
                required = true,
                paramLabel = "PART",
                description = "crds: the definitions of the mesh's own kinds.")
        private Part part = Part.CRDS;

        enum Part {
            CRDS
        }

        Generate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            console.print(
                    switch (part) {
                        case CRDS -> Definitions.ofTheMesh().stripTrailing();
                    });
            return ExitCode.DONE;
        }
    }
}
