package io.windrose.desktop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DesktopArchitectureTest {
    private static final String[] VIEWS = {
        "io.windrose.canvas..", "io.windrose.view..", "io.windrose.shell..", "io.windrose.desktop.."
    };

    private static final String[] TOOLKIT = {
        "javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..", "org.fxmisc.."
    };

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location ->
                            !location.contains("/xdsapi/") && !location.contains("-tests.jar"))
                    .importPackages("io.windrose");

    @Test
    void onlyWhatIsSeenKnowsTheToolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(VIEWS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOOLKIT)
                .because("use cases are the same for the window and the command line")
                .check(PROGRAM);
    }

    @Test
    void aViewModelKnowsNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("a view model is tested without a toolkit")
                .check(PROGRAM);
    }

    @Test
    void graphAndEditorDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.windrose.topology..",
                        "io.windrose.prometheus..",
                        "io.windrose.canvas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.windrose.session..", "io.windrose.view..")
                .because("the shell joins them")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage("io.windrose.session..", "io.windrose.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.windrose.topology..",
                        "io.windrose.prometheus..",
                        "io.windrose.canvas..")
                .because("the shell joins them")
                .check(PROGRAM);
    }

    @Test
    void nothingPointsUp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.windrose.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.windrose.desktop..")
                .because("the program's entry wires the others and is used by none")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage("io.windrose.workspace..", "io.windrose.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.windrose.shell..", "io.windrose.canvas..", "io.windrose.view..")
                .because("every use case works without a window")
                .check(PROGRAM);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.windrose.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package under two names")
                .check(PROGRAM);
    }

    @Test
    void commandsStandAtTheEntriesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.windrose.cli..", "io.windrose.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("a use case does not know who asks for it")
                .check(PROGRAM);
    }

    @Test
    void theCommandLineOwnsTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.windrose.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because(
                        "messages go to the log, to the screen or to the console of the command line")
                .check(PROGRAM);
    }

    @Test
    void timeIsHandedInAndNobodySleeps() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("what asks an InstantSource and a Timer can be tested at any time")
                .check(PROGRAM);
    }

    @Test
    void everyPackageOfOursIsChecked() {
        classes()
                .that()
                .resideInAPackage("io.windrose..")
                .and()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .because("nullness is checked where a package asks for it")
                .check(PROGRAM);
    }
}
