package io.windrose.shell;

import io.windrose.config.resource.ResourceId;
import io.windrose.icons.Icon;
import io.windrose.kernel.Place;
import io.windrose.kernel.Severity;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderDiagnosis;
import io.windrose.shell.canary.CanaryLayer;
import io.windrose.shell.canary.CanaryPage;
import io.windrose.shell.canary.CanaryViewModel;
import io.windrose.shell.canary.Surroundings;
import io.windrose.shell.canary.UsualRails;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Screen;
import io.windrose.shell.frame.Screen.Count;
import io.windrose.shell.panel.Doors;
import io.windrose.shell.proxies.ProxiesView;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.topology.TopologyScreen;
import io.windrose.shell.topology.TopologyScreenViewModel;
import io.windrose.shell.window.NavigationBar;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.shell.window.Unsaved;
import io.windrose.view.config.ConfigView;
import io.windrose.view.config.ConfigViewModel;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.story.Found;
import io.windrose.workspace.story.MeshSummary;
import io.windrose.workspace.story.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/// The screens of one connection and the doors between them; on the JavaFX thread.
final class Screens {
    private final ShellSetup setup;
    private final ShellViewModel model;
    private final LiveMesh mesh;
    private final TopologyScreenViewModel topology;
    private final ConfigViewModel config;
    private final CanaryViewModel canary;
    private final List<Screen> all;
    private final Subscription subscription;
    private Subscription offering = Subscription.EMPTY;

    /// @param rails what a guard of a traffic shift begins with
    Screens(ShellSetup setup, ShellViewModel model, LiveMesh mesh, UsualRails rails) {
        this.setup = setup;
        this.model = model;
        this.mesh = mesh;
        topology =
                new TopologyScreenViewModel(
                        mesh, new Ways(), setup.zone(), setup.fx(), setup.aside());
        config =
                new ConfigViewModel(
                        new ConfigViewModel.Ports(
                                mesh.session().files(),
                                setup.fx(),
                                setup.aside(),
                                setup.timer(),
                                mesh.session().analysis()));
        config.missingRightProperty().set(missing(mesh.session().access()));
        canary =
                new CanaryViewModel(
                        new Surroundings(
                                mesh,
                                setup.fx(),
                                setup.aside(),
                                setup.clock(),
                                setup.zone(),
                                rails,
                                model::say));
        subscription =
                Subscription.combine(
                        mesh.meshProperty().subscribe(view -> config.show(view.config())),
                        model.screenProperty().subscribe(this::onScreen),
                        topology.followDraft(canary.focusProperty(), canary.draftLabelsProperty()));
        all = List.of(topologyScreen(), proxies(), configScreen(), canaryScreen());
    }

    /// In the order of the navigation.
    List<Screen> all() {
        return all;
    }

    /// What lies over the content of whatever screen is shown.
    Node layer() {
        return new CanaryLayer(canary, setup.zone());
    }

    /// @param offer told at once and whenever there are others: ways to every screen, and what can
    ///   be done on none of them alone
    void offer(Consumer<List<Command>> offer) {
        offering.unsubscribe();
        offering =
                Subscription.combine(
                        canary.routesProperty().subscribe(_ -> offer.accept(commands())),
                        config.changedProperty().subscribe(_ -> offer.accept(commands())));
    }

    private List<Command> commands() {
        var commands = new ArrayList<>(canary.commands());
        var ofConfig = new ConfigCommands(config);
        commands.add(ofConfig.ofNew(() -> model.go("config")));
        commands.add(ofConfig.ofProblems(() -> model.go("config")));
        commands.addAll(ofConfig.ofDrafts(() -> model.go("config")));
        all.forEach(screen ->
                commands.add(
                        Command.of(
                                "go." + screen.id(),
                                screen.title(),
                                Command.Group.GO,
                                screen.icon(),
                                NavigationBar.keys(all, screen),
                                () -> model.go(screen.id()))));
        return commands;
    }

    /// Shows what was found on the screen where it belongs.
    void open(Found.Target target) {
        switch (target) {
            case Found.Target.Shown(var subject) -> select(subject);
            case Found.Target.Written(var id, var place) -> {
                if (place.file().isEmpty()) {
                    edit(id);
                } else {
                    open(place);
                }
            }
        }
    }

    /// Shows it in the graph, with the side panel.
    void select(Subject subject) {
        model.go("topology");
        topology.select(subject);
    }

    /// Shows an object's text.
    void edit(ResourceId object) {
        model.go("config");
        config.open(object);
    }

    /// @param object a VirtualService or whatever else divides traffic
    void shift(ResourceId object) {
        canary.open(object)
                .ifPresent(reason -> model.say(Notice.hint("This traffic stays", reason)));
    }

    /// Drafts that nobody has applied.
    Unsaved unsaved() {
        var folder = mesh.meshProperty().get().folder().toAbsolutePath();
        return new Unsaved(
                config.changedProperty().get().stream()
                        .map(file -> folder.relativize(file.toAbsolutePath()).toString())
                        .toList(),
                canary.drafted());
    }

    /// To be called once, when the connection ends.
    void end() {
        subscription.unsubscribe();
        offering.unsubscribe();
        canary.end();
    }

    /// The drawer stays with the graph and the page of shifts, and lies in the way elsewhere; files
    /// may have changed while another screen was shown.
    private void onScreen(String id) {
        if (!id.equals("topology") && !id.equals("canary")) {
            canary.close();
        }
        if (id.equals("config")) {
            config.refresh();
        }
    }

    private void open(Place place) {
        model.go("config");
        config.openAt(place.file(), Math.max(1, place.line()), Math.max(1, place.column()));
    }

    private Screen topologyScreen() {
        return Screen.of(
                "topology",
                "Topology",
                Icon.TOPOLOGY,
                Screen.Section.OBSERVE,
                () -> {
                    var screen = new TopologyScreen(topology, model.themeProperty());
                    screen.keepStill(model.stillProperty());
                    return new Screen.View(screen, screen.commands(), screen::end);
                });
    }

    private Screen proxies() {
        return Screen.of(
                "proxies",
                "Proxies",
                Icon.PROXY,
                Screen.Section.OBSERVE,
                () -> {
                    var view = new ProxiesView(mesh, setup.zone(), setup.clock());
                    return new Screen.View(view, List.of(), view::end);
                });
    }

    private Screen configScreen() {
        ObservableValue<Optional<Count>> count =
                Bindings.createObjectBinding(
                        () ->
                                count(
                                        config.problems().folderProperty().get(),
                                        config.changedProperty().get().size()),
                        config.problems().folderProperty(),
                        config.changedProperty());
        return new Screen(
                "config",
                "Config",
                Icon.CONFIG,
                Screen.Section.MANAGE,
                count,
                () -> {
                    var view = new ConfigView(config);
                    return new Screen.View(view, new ConfigCommands(config).of(view), () -> {});
                });
    }

    private Screen canaryScreen() {
        return new Screen(
                "canary",
                "Canary",
                Icon.CANARY,
                Screen.Section.MANAGE,
                canary.draftsProperty(),
                () -> new Screen.View(new CanaryPage(canary), List.of(), () -> {}));
    }

    /// Problems first, with the drafts as they are; drafts only where there is no problem.
    private static Optional<Count> count(FolderDiagnosis found, int drafts) {
        int errors = (int) found.count(Severity.ERROR);
        int warnings = (int) found.count(Severity.WARNING);
        if (errors + warnings > 0) {
            var words =
                    Stream.of(
                                    errors == 0 ? "" : MeshSummary.count(errors, "error"),
                                    warnings == 0 ? "" : MeshSummary.count(warnings, "warning"))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(", "));
            return Optional.of(
                    new Count(errors + warnings, errors > 0 ? Tone.FAILING : Tone.DEGRADED, words));
        }
        return drafts == 0
                ? Optional.empty()
                : Optional.of(new Count(drafts, Tone.ACCENT, MeshSummary.count(drafts, "draft")));
    }

    private static String missing(Access access) {
        return switch (access) {
            case Access.MayEdit() -> "";
            case Access.MayRead(var missing) -> missing;
        };
    }

    /// Where the side panel leads.
    private final class Ways implements Doors {
        @Override
        public void shiftTraffic(ResourceId virtualService) {
            shift(virtualService);
        }

        @Override
        public void openConfig(Place place) {
            open(place);
        }

        @Override
        public void repair(Finding finding) {
            open(finding.problem().place());
            config.problems().repair(finding.problem());
        }
    }
}
