package io.windrose.shell.panel;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.session.edit.Finding;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Story;
import io.windrose.workspace.story.Subject;
import io.windrose.workspace.story.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is chosen, and what is to be said about it in the newest picture.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
/// What was chosen before stays told until the new story is ready. An equal picture changes
/// nothing.
public final class PanelViewModel {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Tells a story of a subject; empty when the subject is not in the picture.
    @FunctionalInterface
    public interface Teller {
        Optional<Story> tell(Picture picture, MeshView mesh, Subject subject);
    }

    private final Teller teller;
    private final Doors doors;
    private final Consumer<GraphQuestion> ask;
    private final Access access;
    private final ZoneId zone;
    private final Owner fx;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Subject> subject =
            new ReadOnlyObjectWrapper<>(Subject.MESH);
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Waiting());
    private final ReadOnlyObjectWrapper<PanelTab> tab =
            new ReadOnlyObjectWrapper<>(PanelTab.TRAFFIC);
    private @Nullable Picture picture;
    private @Nullable MeshView mesh;
    private boolean stale;

    /// Counts what was asked for, so that a story that comes late is not told.
    private long asked;

    /// When the chosen subject was first missed; null while it is there.
    private @Nullable Instant goneSince;

    /// What the chosen subject was called when it was last seen.
    private String name = "";

    /// The question to which the graph with the chosen subject was the answer; null before.
    private @Nullable GraphQuestion seen;

    /// @param ask puts a question in place of the one that is asked
    /// @param zone in which moments are written
    /// @param background where stories are told; that takes some milliseconds
    public PanelViewModel(
            Teller teller,
            Doors doors,
            Consumer<GraphQuestion> ask,
            Access access,
            ZoneId zone,
            Owner fx,
            Executor background) {
        this.teller = teller;
        this.doors = doors;
        this.ask = ask;
        this.access = access;
        this.zone = zone;
        this.fx = fx;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PanelTab> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    /// In which moments are written.
    public ZoneId zone() {
        return zone;
    }

    /// @param isStale whether the picture is old because nobody answers
    public void show(Picture newPicture, MeshView newMesh, boolean isStale) {
        picture = newPicture;
        mesh = newMesh;
        stale = isStale;
        tell();
    }

    public void select(Subject next) {
        if (!next.equals(subject.get())) {
            goneSince = null;
            name = "";
            seen = null;
            subject.set(next);
            tell();
        }
    }

    public void open(PanelTab next) {
        tab.set(next);
    }

    /// Why traffic cannot be shifted here; empty when it can.
    public Optional<String> shiftHindrance() {
        if (!(phase.get() instanceof Phase.Telling(var story, _, _, _))) {
            return Optional.of("Nothing is chosen");
        }
        return story.shift().isEmpty()
                ? Optional.of("No VirtualService divides the traffic of " + story.title())
                : Optional.empty();
    }

    /// Why no configuration can be opened here; empty when it can.
    public Optional<String> configHindrance() {
        boolean configured =
                phase.get() instanceof Phase.Telling(var story, _, _, _)
                        && story.file().isPresent();
        return configured ? Optional.empty() : Optional.of("No file configures what is chosen");
    }

    /// What the person cannot do here; empty with the right to edit. Drafts are possible anyway.
    public Optional<String> readOnly() {
        return switch (access) {
            case Access.MayEdit() -> Optional.empty();
            case Access.MayRead(var missing) -> Optional.of("May read only: " + missing);
        };
    }

    /// Nothing happens where there is nothing to shift.
    public void shiftTraffic() {
        if (phase.get() instanceof Phase.Telling(var story, _, _, _)) {
            story.shift().ifPresent(doors::shiftTraffic);
        }
    }

    /// Opens the most decisive configuration; nothing happens where nothing is configured.
    public void openConfig() {
        if (phase.get() instanceof Phase.Telling(var story, _, _, _)) {
            story.file().ifPresent(doors::openConfig);
        }
    }

    public void openConfig(Place place) {
        doors.openConfig(place);
    }

    /// Drafts the likeliest repair.
    public void repair(Finding finding) {
        doors.repair(finding);
    }

    /// Asks again what showed the chosen one; nothing happens where it was not left out.
    public void showAgain() {
        if (phase.get() instanceof Phase.LeftOut && seen != null && picture != null) {
            ask.accept(seen.withFind(picture.question().find()));
        }
    }

    private void tell() {
        if (picture == null || mesh == null) {
            return;
        }
        var graph = picture.graph().value();
        if (graph.isEmpty()) {
            phase.set(new Phase.Waiting());
            return;
        }
        asked++;
        long order = asked;
        var current = picture;
        var view = mesh;
        var about = subject.get();
        fx.await(
                CompletableFuture.supplyAsync(() -> teller.tell(current, view, about), background),
                story -> {
                    if (order == asked) {
                        onStory(story, graph.get(), current);
                    }
                });
    }

    private void onStory(Optional<Story> story, TopologySnapshot graph, Picture current) {
        if (story.isEmpty()) {
            phase.set(missing(current));
            return;
        }
        goneSince = null;
        name = name(story.get());
        seen = current.question();
        phase.set(
                new Phase.Telling(
                        story.get(), shape(subject.get(), graph), VersionColours.of(graph), stale));
    }

    private Phase missing(Picture current) {
        var called = name.isEmpty() ? plainName(subject.get()) : name;
        var narrowing =
                Optional.ofNullable(seen).flatMap(one -> Narrowing.of(one, current.question()));
        if (narrowing.isPresent()) {
            goneSince = null;
            return new Phase.LeftOut(called, called + " is not in this view", narrowing.get());
        }
        if (goneSince == null) {
            goneSince = current.graph().at();
        }
        return new Phase.Gone(
                called,
                called + " is gone since " + CLOCK.format(goneSince.atZone(zone)),
                "No traffic in the last " + TimeSpan.words(current.question().window()));
    }

    private static String name(Story story) {
        return story.version().isEmpty() ? story.title() : story.title() + " " + story.version();
    }

    /// For what was never seen.
    private static String plainName(Subject subject) {
        return switch (subject) {
            case Subject.Mesh() -> "the mesh";
            case Subject.OfNode(var node) -> node.name();
            case Subject.OfEdge(EdgeKey(var source, var target, _)) ->
                    source.name() + " → " + target.name();
        };
    }

    private static NodeShape shape(Subject subject, TopologySnapshot graph) {
        return switch (subject) {
            case Subject.Mesh() -> NodeShape.MESH;
            case Subject.OfEdge _ -> NodeShape.EDGE;
            case Subject.OfNode(var node) ->
                    NodeShape.of(graph.nodes().getOrDefault(node, NodeState.of(node)));
        };
    }
}
