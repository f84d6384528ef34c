package io.windrose.cli;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.LoggerFactory;

/// Says what is wrong with a configuration that somebody edits: each finding when it comes up, and
/// once while it lasts. Confined to a thread of its own.
final class Findings {
    private final Console console;
    private Set<Problem> said = Set.of();

    private Findings(Console console) {
        this.console = console;
    }

    static void follow(Live<ConfigSnapshot> config, Console console) {
        var thread =
                Owner.onThread(
                        "findings",
                        fault ->
                                LoggerFactory.getLogger(Findings.class)
                                        .error("telling findings met a bug", fault));
        var findings = new Findings(console);
        config.subscribe(thread.owner(), findings::tell);
    }

    private void tell(ConfigSnapshot config) {
        console.report(
                config.findings().stream().filter(finding -> !said.contains(finding)).toList());
        said = new HashSet<>(config.findings());
    }
}
