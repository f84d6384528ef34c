package io.windrose.shell.canary;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileSource;
import io.windrose.controlplane.session.Rejection;
import io.windrose.controlplane.session.SessionStatus;
import io.windrose.controlplane.session.TypeStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.session.rollout.GuardRails;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Pace;
import io.windrose.testkit.FakeClock;
import io.windrose.topology.TopologySnapshot;
import io.windrose.translate.XdsType;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The story's mesh in a folder of its own, with proxies that acknowledge when they are told to.
final class DemoShift {
    static final Duration PACE = Duration.ofSeconds(5);

    final FakeClock clock = new FakeClock(DemoPicture.NOW);
    final DemoSession session;
    final List<Notice> told = new ArrayList<>();
    final List<GuardRails> kept = new ArrayList<>(List.of(GuardRails.DEFAULT));
    private final UsualRails rails = new UsualRails(kept::getLast, kept::add);
    final LiveMesh mesh;
    final CanaryViewModel model;
    private final Path folder;
    private final MeshView first;
    private long version;
    private boolean hidden;

    /// @param folder empty, and written to
    DemoShift(Path folder) {
        this(folder, Owner.direct());
    }

    DemoShift(Path folder, Owner fx) {
        this.folder = folder;
        try {
            DemoMesh.write(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        first = DemoMesh.view(folder);
        version = first.config().version();
        session = new DemoSession(first);
        mesh = new LiveMesh(session, Pace.DEFAULT, fx, clock);
        model =
                new CanaryViewModel(
                        new Surroundings(
                                mesh, fx, Runnable::run, clock, ZoneOffset.UTC, rails, told::add));
    }

    RouteViewModel reviews() {
        return model.model(
                        model.routesProperty().get().routes().stream()
                                .filter(route -> route.service().name().equals("reviews"))
                                .findFirst()
                                .orElseThrow()
                                .ref())
                .orElseThrow();
    }

    Path file() {
        return folder.resolve("reviews.yaml");
    }

    /// Another look, five seconds later: the last interval of the story again, with other requests.
    ///
    /// @param rates requests per second by version of reviews
    /// @param errors percent of v3's
    void look(Map<String, Double> rates, double errors) {
        clock.advance(DemoShift.PACE);
        var before = session.pictures().get();
        var moments = new ArrayList<>(before.versions().moments());
        var graph = Rates.of(moments.getLast().graph(), rates, errors);
        moments.add(new Picture.Moment(clock.instant(), PACE, graph));
        session.show(
                new Picture(
                        before.question(),
                        Reading.fresh(hidden ? TopologySnapshot.EMPTY : graph, clock.instant()),
                        before.layout(),
                        before.covered(),
                        hidden ? List.of() : moments,
                        new Picture.Versions(graph, moments),
                        List.of()));
    }

    /// The person's own view leaves everything out from now on.
    void hideAll() {
        hidden = true;
    }

    /// All requests to reviews go to that version, which stands for the service.
    void showOnly(String version) {
        var before = session.pictures().get();
        var graph = Rates.folded(before.graph().value().orElseThrow(), version);
        session.show(
                new Picture(
                        before.question(),
                        Reading.fresh(graph, clock.instant()),
                        before.layout(),
                        before.covered(),
                        before.history(),
                        List.of()));
    }

    /// As with files alone.
    void forgetProxies() {
        session.show(new MeshView(folder, first.config(), first.mesh(), 0, Optional.empty()));
    }

    /// The mesh reads the folder as it is now; so many of twelve proxies have accepted it.
    void readFolder(int acknowledged) {
        version++;
        acknowledge(acknowledged, "");
    }

    /// @param rejection of the first proxy that has not accepted; empty for none
    void acknowledge(int acknowledged, String rejection) {
        var files =
                switch (FileSource.readOnce(folder)) {
                    case Result.Ok<ConfigSnapshot>(var config, _) -> config;
                    case Result.Err<ConfigSnapshot>(var problems) ->
                            throw new IllegalStateException(problems.toString());
                };
        var resources = new TreeMap<>(first.config().resources());
        resources.putAll(files.resources());
        var config = new ConfigSnapshot(version, resources, List.of());
        session.show(
                new MeshView(
                        folder,
                        config,
                        MeshBuilder.build(config),
                        version,
                        Optional.of(new SyncStatus(version, proxies(acknowledged, rejection)))));
    }

    private List<ProxyStatus> proxies(int acknowledged, String rejection) {
        var all = first.sync().orElseThrow().proxies();
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    boolean refuses = i == acknowledged && !rejection.isEmpty();
                    var status =
                            new SessionStatus(
                                    version,
                                    i < acknowledged ? version : version - 1,
                                    refuses ? Map.of(XdsType.RDS, refused(rejection)) : Map.of());
                    var proxy = all.get(i);
                    return new ProxyStatus(
                            proxy.nodeId(),
                            proxy.connection(),
                            proxy.software(),
                            proxy.connectedAt(),
                            status);
                })
                .toList();
    }

    private TypeStatus refused(String reason) {
        var now = clock.instant();
        return new TypeStatus(
                1, 1, now, now, false, Optional.of(new Rejection(reason, List.of("9080"), now)));
    }
}
