package io.windrose.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class EngineArchitectureTest {
    private static final String ROOT = "io.windrose.";

    /// Module to the modules that it may see; the table of the design, row by row.
    private static final Map<String, List<String>> MAY_SEE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("kernel", List.of()),
                            Map.entry("config", List.of("kernel")),
                            Map.entry("registry", List.of("kernel", "config")),
                            Map.entry(
                                    "analysis",
                                    List.of(
                                            "kernel",
                                            "config",
                                            "registry",
                                            "translate",
                                            "xdsapi",
                                            "runtime",
                                            "traffic")),
                            Map.entry("identity", List.of("kernel")),
                            Map.entry("kube", List.of("kernel", "config")),
                            Map.entry(
                                    "translate", List.of("kernel", "config", "registry", "xdsapi")),
                            Map.entry(
                                    "controlplane",
                                    List.of(
                                            "kernel",
                                            "config",
                                            "registry",
                                            "identity",
                                            "translate",
                                            "telemetry",
                                            "xdsapi")),
                            Map.entry("traffic", List.of("kernel")),
                            Map.entry("runtime", List.of("kernel", "traffic", "xdsapi")),
                            Map.entry("telemetry", List.of("kernel")),
                            Map.entry(
                                    "proxy",
                                    List.of(
                                            "kernel",
                                            "traffic",
                                            "runtime",
                                            "identity",
                                            "telemetry",
                                            "xdsapi"))));

    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location ->
                            !location.contains("/envoyproxy/") && !location.contains("/xdsapi/"))
                    .importPackages("io.windrose");

    @TestFactory
    Stream<DynamicTest> aModuleSeesOnlyWhatTheDesignAllows() {
        return MAY_SEE.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.getKey(),
                                () -> checkThatItSeesOnly(row.getKey(), row.getValue())));
    }

    private static void checkThatItSeesOnly(String module, List<String> allowed) {
        var forbidden =
                Stream.concat(MAY_SEE.keySet().stream(), Stream.of("xdsapi", "sandbox"))
                        .filter(other -> !other.equals(module))
                        .filter(other -> !allowed.contains(other))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(
                        "dependencies of the engine point one way: configuration to wire, wire to traffic")
                .allowEmptyShould(false)
                .check(ENGINE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.windrose.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package under two names")
                .check(ENGINE);
    }

    @Test
    void onlyKubeKnowsTheClientOfKubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.windrose.kube..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .because("a cluster is read and written in one place")
                .check(ENGINE);
    }

    @Test
    void onlyTheProxyKnowsNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.windrose.proxy..", "io.windrose.controlplane..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .because("decisions are made without sockets; Netty moves bytes")
                .check(ENGINE);
    }

    @Test
    void onlyTheTwoEndsOfXdsKnowGrpc() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.windrose.proxy..", "io.windrose.controlplane..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.grpc..")
                .because("translation and run-time model are the same with any transport")
                .check(ENGINE);
    }

    @Test
    void whatDecidesKnowsNoProtobuf() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.windrose.traffic..", "io.windrose.config..", "io.windrose.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.protobuf..")
                .because("wire types stop at the border: translate writes them, runtime reads them")
                .check(ENGINE);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("a timer that its owner can cancel does the same without holding a thread")
                .check(ENGINE);
    }

    @Test
    void timeIsHandedIn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .because("what asks an InstantSource can be tested at any time")
                .check(ENGINE);
    }

    @Test
    void theEnginePrintsNothing() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the command line owns the terminal; the engine logs or answers")
                .check(ENGINE);
    }
}
