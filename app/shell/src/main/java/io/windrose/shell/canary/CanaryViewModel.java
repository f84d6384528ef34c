package io.windrose.shell.canary;

import io.windrose.config.resource.ResourceId;
import io.windrose.icons.Icon;
import io.windrose.session.RouteRef;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.ShiftableRoutes;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Screen.Count;
import io.windrose.shell.panel.VersionColours;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// All shifts of one connection: which routes can be shifted, which one the drawer shows, and what
/// the graph behind it shows of that.
///
/// Confined to the JavaFX thread; in tests to the calling one.
public final class CanaryViewModel {
    private static final Comparator<ShiftableRoute> BEST =
            Comparator.comparing(ShiftableRoute::matched)
                    .thenComparingInt(route -> -route.ref().index());

    private final Surroundings around;
    private final Map<RouteRef, RouteViewModel> models = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<ShiftableRoutes> routes =
            new ReadOnlyObjectWrapper<>(ShiftableRoutes.NONE);
    private final ReadOnlyObjectWrapper<Optional<RouteViewModel>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Count>> drafts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Predicate<Node>>> focus =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<EdgeKey, String>> labels =
            new ReadOnlyObjectWrapper<>(new TreeMap<>());
    private final Subscription following;
    private Subscription showing = Subscription.EMPTY;
    private long read = -1;

    public CanaryViewModel(Surroundings around) {
        this.around = around;
        var mesh = around.mesh();
        following =
                Subscription.combine(
                        mesh.meshProperty().subscribe(this::onMesh),
                        mesh.pictureProperty().subscribe(this::onPicture),
                        mesh.freshnessProperty()
                                .subscribe(_ -> models.values().forEach(RouteViewModel::onTick)));
    }

    public ReadOnlyObjectProperty<ShiftableRoutes> routesProperty() {
        return routes.getReadOnlyProperty();
    }

    /// The route of the drawer; it stays chosen when the drawer closes.
    public ReadOnlyObjectProperty<Optional<RouteViewModel>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether the drawer is to be seen.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// How many drafts are not applied, for the navigation; empty for none.
    public ReadOnlyObjectProperty<Optional<Count>> draftsProperty() {
        return drafts.getReadOnlyProperty();
    }

    /// The routes whose draft is not applied, as `VirtualService default/reviews http[0]`.
    public List<String> drafted() {
        return models.entrySet().stream()
                .filter(one -> one.getValue().state().isDraft())
                .map(one -> one.getKey().routes() + " " + one.getKey().label())
                .toList();
    }

    /// The nodes that stay bright; empty while the graph is not about a shift.
    public ReadOnlyObjectProperty<Optional<Predicate<Node>>> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /// What edges say in place of their own label: what the draft would send.
    public ReadOnlyObjectProperty<Map<EdgeKey, String>> draftLabelsProperty() {
        return labels.getReadOnlyProperty();
    }

    /// The model of a route that can be shifted; made when it is asked for first, and kept with its
    /// draft from then on.
    public Optional<RouteViewModel> model(RouteRef ref) {
        if (!models.containsKey(ref)) {
            routes.get().routes().stream()
                    .filter(route -> route.ref().equals(ref))
                    .findFirst()
                    .ifPresent(route -> models.put(ref, new RouteViewModel(around, route)));
        }
        return Optional.ofNullable(models.get(ref));
    }

    /// Where the shift of a route stands, if it was ever opened.
    public Optional<PhaseWords> phase(RouteRef ref) {
        return Optional.ofNullable(models.get(ref)).map(model -> model.state().phase());
    }

    /// Opens the drawer for an object: for its last route without conditions, else its first.
    ///
    /// @return why it cannot be shifted; empty when the drawer is open
    public Optional<String> open(ResourceId object) {
        var best =
                routes.get().routes().stream()
                        .filter(one -> one.ref().routes().equals(object))
                        .min(BEST);
        best.ifPresent(one -> open(one.ref()));
        return best.isPresent() ? Optional.empty() : Optional.of(obstacle(object));
    }

    private String obstacle(ResourceId object) {
        return routes.get().obstacles().stream()
                .filter(one -> one.object().equals(object))
                .map(ShiftableRoutes.Obstacle::why)
                .findFirst()
                .orElse("%s has no route that divides requests.".formatted(object));
    }

    public void open(RouteRef route) {
        model(route)
                .ifPresent(model -> {
                    around.mesh().ask(question -> showingVersions(question, model.route()));
                    model.onPicture(around.mesh().pictureProperty().get());
                    choose(model);
                    open.set(true);
                    present(model.state());
                });
    }

    /// Changes when the mesh has others.
    ObservableValue<VersionColours> versions() {
        return around.versions();
    }

    /// Which colour each of its versions has.
    Colours colours(ShiftableRoute route) {
        return around.colours(route);
    }

    /// The draft is kept, and so is the guard of what was applied.
    public void close() {
        open.set(false);
        focus.set(Optional.empty());
        labels.set(new TreeMap<>());
    }

    /// At the end of the connection.
    public void end() {
        close();
        following.unsubscribe();
        showing.unsubscribe();
    }

    /// One for each route, and those of the drawer.
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        for (var route : routes.get().routes()) {
            var ref = route.ref();
            commands.add(
                    Command.of(
                            "canary.shift." + ref.routes().name() + "." + ref.index(),
                            "Shift traffic of " + route.service().name() + ", " + ref.label(),
                            Command.Group.DO,
                            Icon.CANARY,
                            "",
                            () -> open(ref)));
        }
        commands.add(
                Command.of(
                                "canary.apply",
                                "Apply the draft of the traffic shift",
                                Command.Group.DO,
                                Icon.CHECK,
                                "Ctrl+Enter",
                                () -> chosen.get().ifPresent(RouteViewModel::apply))
                        .unless(() -> hindrance(true)));
        commands.add(
                Command.of(
                                "canary.undo",
                                "Undo the newest traffic shift",
                                Command.Group.DO,
                                Icon.UNDO,
                                "",
                                () -> chosen.get().ifPresent(RouteViewModel::undo))
                        .unless(() -> hindrance(false)));
        return commands;
    }

    private Optional<String> hindrance(boolean apply) {
        if (!open.get() || chosen.get().isEmpty()) {
            return Optional.of("Open a traffic shift first.");
        }
        var footer = chosen.get().get().state().footer();
        return apply ? footer.applyHindrance() : footer.undoHindrance();
    }

    private void choose(RouteViewModel model) {
        if (chosen.get().filter(model::equals).isEmpty()) {
            showing.unsubscribe();
            chosen.set(Optional.of(model));
            showing = model.stateProperty().subscribe(this::present);
        }
    }

    private void present(CanaryState state) {
        if (open.get()) {
            var bright = new HashSet<>(state.focus());
            focus.set(bright.isEmpty() ? Optional.empty() : Optional.of(bright::contains));
            labels.set(state.edgeLabels());
        }
        countDrafts();
    }

    private void countDrafts() {
        int count = drafted().size();
        drafts.set(
                count == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Count(
                                        count,
                                        Tone.ACCENT,
                                        count == 1 ? "1 draft" : count + " drafts")));
    }

    /// Who is neither seen nor watching over a change learns of traffic when it is opened.
    private void onPicture(Picture picture) {
        for (var model : models.values()) {
            if (model.isStanding() || chosen.get().filter(model::equals).isPresent()) {
                model.onPicture(picture);
            }
        }
    }

    private void onMesh(MeshView mesh) {
        if (mesh.config().version() != read) {
            read = mesh.config().version();
            routes.set(ShiftableRoutes.in(mesh.config()));
        }
        var found = routes.get();
        var byRef = new LinkedHashMap<RouteRef, ShiftableRoute>();
        found.routes().forEach(route -> byRef.put(route.ref(), route));
        models.forEach((ref, model) -> {
            var route = byRef.get(ref);
            if (route == null) {
                model.onLost();
            } else {
                model.onMesh(mesh, route);
            }
        });
    }

    /// A graph that tells the versions of the service apart; all else stays as it was asked.
    private static GraphQuestion showingVersions(GraphQuestion now, ShiftableRoute route) {
        boolean versions =
                now.type() == GraphType.VERSIONED_APP || now.type() == GraphType.WORKLOAD;
        var namespaces = new TreeSet<>(now.namespaces());
        if (!namespaces.isEmpty()) {
            namespaces.add(route.service().namespace());
        }
        return now.withType(versions ? now.type() : GraphType.VERSIONED_APP)
                .withNamespaces(namespaces);
    }
}
