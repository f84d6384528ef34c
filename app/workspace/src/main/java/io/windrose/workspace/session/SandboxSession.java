package io.windrose.workspace.session;

import io.windrose.controlplane.push.MeshVersion;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.MetricsPages;
import io.windrose.sandbox.Sandbox;
import io.windrose.sandbox.SandboxOptions;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.workspace.ConfigMarks;
import io.windrose.workspace.KnownMesh;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A sandbox in this process, and the looks at the metrics of its proxies.
final class SandboxSession implements MeshSession {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(2), Duration.ofSeconds(8), 64L << 20);

    private final Connection connection;
    private final Sandbox sandbox;
    private final Observation observation;
    private final EditedFolder files;
    private final FolderAnalysis analysis;
    private final FolderFindings findings;
    private final Live<MeshView> mesh;
    private final Ending ending;

    private SandboxSession(
            Connection connection,
            Sandbox sandbox,
            Observation observation,
            EditedFolder files,
            Owner owner,
            Ending ending) {
        this.connection = connection;
        this.sandbox = sandbox;
        this.observation = observation;
        this.files = files;
        this.ending = ending;
        analysis = FolderAnalysis.on(sandbox.platform());
        findings =
                new FolderFindings(
                        files,
                        analysis,
                        sandbox.config()::get,
                        owner,
                        look -> Thread.ofVirtual().name("findings").start(look),
                        _ -> onMesh(sandbox.meshes().get()));
        mesh = new Live<>(view());
    }

    /// Blocks until traffic flows.
    static Result<MeshSession> open(
            Connection.Sandbox connection,
            Path state,
            InstantSource clock,
            Consumer<String> progress,
            Consumer<Throwable> faults) {
        var options =
                new SandboxOptions(
                        connection.folder().map(Path::toAbsolutePath),
                        connection.requestsPerSecond(),
                        List.of());
        var ending = new Ending(faults);
        return ending.unlessOpen(() ->
                Sandbox.start(options, progress, faults)
                        .then(sandbox -> {
                            ending.add(sandbox::close);
                            return pages(sandbox, clock)
                                    .map(pages -> {
                                        ending.add(pages::close);
                                        var files =
                                                new EditedFolder(
                                                        sandbox.report().configDir(), state, clock);
                                        return follow(
                                                connection, sandbox, pages, files, faults, ending);
                                    });
                        }));
    }

    private static Result<MetricsPages> pages(Sandbox sandbox, InstantSource clock) {
        return MetricsPages.of(List.of(sandbox.report().metrics().toString()), LIMITS, clock);
    }

    private static MeshSession follow(
            Connection.Sandbox connection,
            Sandbox sandbox,
            MetricsPages pages,
            EditedFolder files,
            Consumer<Throwable> faults,
            Ending ending) {
        var telemetry = Owner.onThread("telemetry", faults);
        ending.add(telemetry::close);
        var observation =
                new Observation(
                        pages::look,
                        telemetry.owner(),
                        telemetry.timer(),
                        look -> Thread.ofVirtual().name("look").start(look));
        var session =
                new SandboxSession(
                        connection, sandbox, observation, files, telemetry.owner(), ending);
        session.follow(telemetry.owner());
        observation.begin();
        return session;
    }

    private void follow(Owner owner) {
        ending.add(sandbox.meshes().subscribe(owner, this::onMesh)::close);
        ending.add(sandbox.config().subscribe(owner, _ -> onConfig())::close);
        ending.add(sandbox.status().subscribe(owner, _ -> mesh.set(view()))::close);
    }

    private void onConfig() {
        mesh.set(view());
        findings.look();
    }

    private void onMesh(MeshVersion newest) {
        mesh.set(view());
        observation.know(KnownMesh.facts(newest.mesh(), wrong()));
    }

    private MeshView view() {
        var newest = sandbox.meshes().get();
        return new MeshView(
                sandbox.report().configDir(),
                sandbox.config().get(),
                newest.mesh(),
                newest.number(),
                Optional.of(sandbox.status().get()),
                wrong());
    }

    private ConfigMarks wrong() {
        return new ConfigMarks(findings.newest());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Access access() {
        return new Access.MayEdit();
    }

    @Override
    public Live<Picture> pictures() {
        return observation.pictures();
    }

    @Override
    public Live<MeshView> mesh() {
        return mesh;
    }

    @Override
    public void ask(GraphQuestion question) {
        observation.ask(question);
    }

    @Override
    public void refreshEvery(Optional<Duration> pace) {
        observation.refreshEvery(pace);
    }

    @Override
    public void refreshNow() {
        observation.refreshNow();
    }

    @Override
    public EditedFolder files() {
        return files;
    }

    @Override
    public FolderAnalysis analysis() {
        return analysis;
    }

    @Override
    public void close() {
        ending.close();
    }
}
