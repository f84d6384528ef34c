package io.windrose.sandbox;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.file.FileSource;
import io.windrose.config.tree.YamlFile;
import io.windrose.controlplane.ControlPlane;
import io.windrose.controlplane.ControlPlaneSettings;
import io.windrose.controlplane.MeshFeed;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.sandbox.bookinfo.MeshClient;
import io.windrose.sandbox.load.LoadGenerator;
import io.windrose.sandbox.load.LoadProfile;
import io.windrose.sandbox.load.Totals;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole mesh on this computer: a control plane that follows a folder of YAML, seven workloads
/// behind proxies of their own, and load from outside.
///
/// Everything listens on loopback only and asks for the run's tokens. Starting blocks until traffic
/// flows; closing takes back all of it.
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int DIRECT_EVERY = 10;
    private static final String ACCESS_LOG = "access.log";
    private static final String PAGE = "/productpage";

    private final Closing closing;
    private final Followed followed;
    private final ControlPlane controlPlane;
    private final LoadGenerator load;
    private final ReadyReport report;

    private Sandbox(
            Closing closing,
            Followed followed,
            ControlPlane controlPlane,
            LoadGenerator load,
            ReadyReport report) {
        this.closing = closing;
        this.followed = followed;
        this.controlPlane = controlPlane;
        this.load = load;
        this.report = report;
    }

    /// @return a running sandbox; otherwise nothing of it is left
    public static Result<Sandbox> start(SandboxOptions options) {
        return start(options, _ -> {}, Sandbox::onFault);
    }

    /// @param progress what is being done, one short sentence each, on the calling thread
    /// @param faults takes what is thrown by a bug where the configuration is read
    /// @return a running sandbox; otherwise nothing of it is left
    public static Result<Sandbox> start(
            SandboxOptions options, Consumer<String> progress, Consumer<Throwable> faults) {
        var closing = new Closing();
        boolean running = false;
        try {
            var started = start(options, progress, faults, closing);
            running = started instanceof Result.Ok<Sandbox>;
            return started;
        } catch (IOException failure) {
            return Result.err(
                    Problem.error(
                            "MESH1602",
                            Place.NOWHERE,
                            "the sandbox cannot start: " + failure.getMessage()));
        } finally {
            if (!running) {
                closing.close();
            }
        }
    }

    public ReadyReport report() {
        return report;
    }

    public Totals totals() {
        return load.totals();
    }

    /// The newest mesh; its number is the version that proxies acknowledge.
    public Live<MeshVersion> meshes() {
        return followed.feed().meshes();
    }

    /// What the folder says, with everything that is wrong with it.
    public Live<ConfigSnapshot> config() {
        return followed.config();
    }

    /// The objects that a cluster would hold, on top of which the folder lies.
    public YamlFile platform() {
        return followed.platform();
    }

    /// What each proxy has been sent and has accepted.
    public Live<SyncStatus> status() {
        return controlPlane.status();
    }

    @Override
    public void close() {
        closing.close();
    }

    private static Result<Sandbox> start(
            SandboxOptions options,
            Consumer<String> progress,
            Consumer<Throwable> faults,
            Closing closing)
            throws IOException {
        progress.accept("Starting the control plane");
        var run =
                closing.add(PrivateFolder.create(temporaryFolder(), ProcessHandle.current().pid()));
        var placement = Placement.find(new SplittableRandom());
        var configDir = options.configDir().orElse(run.path().resolve("config"));
        return DemoConfig.fillIfEmpty(configDir)
                .then(folder ->
                        follow(
                                folder,
                                Platform.of(placement, run.path().resolve(ACCESS_LOG)),
                                faults,
                                closing))
                .then(followed -> {
                    var start = new Start(options, progress, run.path(), placement, closing);
                    return start.run(followed, configDir.toAbsolutePath());
                });
    }

    private static Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private record Followed(YamlFile platform, Live<ConfigSnapshot> config, MeshFeed feed) {}

    private static Result<Followed> follow(
            Path folder, YamlFile platform, Consumer<Throwable> faults, Closing closing) {
        var thread = closing.add(Owner.onThread("config", faults));
        var store = new ConfigStore(thread.owner(), List.of(Platform.SOURCE, FileSource.NAME));
        store.apply(Platform.change(platform));
        return FileSource.open(FileSource.NAME, folder, store::apply, faults)
                .map(files -> {
                    closing.add(files);
                    var feed = closing.add(MeshFeed.follow(store, thread.owner()));
                    return new Followed(platform, store.snapshots(), feed);
                });
    }

    private static void onFault(Throwable fault) {
        LOG.error("reading the configuration met a bug", fault);
    }

    /// One start, step by step; whatever it has begun is in `closing`.
    private record Start(
            SandboxOptions options,
            Consumer<String> progress,
            Path run,
            Placement placement,
            Closing closing) {

        Result<Sandbox> run(Followed followed, Path configDir) {
            var tokens = RunTokens.make();
            var clock = InstantSource.system();
            var authority = CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);
            return ControlPlane.start(
                            ControlPlaneSettings.onLoopback(),
                            followed.feed().meshes(),
                            tokens.authenticator(TrustDomain.CLUSTER_LOCAL),
                            authority,
                            clock)
                    .then(plane -> {
                        closing.add(plane);
                        return workloads(plane, tokens)
                                .then(admins ->
                                        traffic(followed, plane, admins, tokens, configDir));
                    });
        }

        private Result<AdminAddresses> workloads(ControlPlane plane, RunTokens tokens) {
            var http = MeshClient.sharedHttp();
            closing.add(http::shutdownNow);
            var fleet =
                    new Fleet(
                            options,
                            run,
                            placement,
                            closing,
                            http,
                            AdminAddresses.text(plane.address()));
            progress.accept("Starting seven workloads with their proxies");
            return fleet.start(tokens)
                    .then(admins -> {
                        progress.accept("Waiting until the proxies have their configuration");
                        return new Readiness(http).proxies(admins);
                    });
        }

        private Result<Sandbox> traffic(
                Followed followed,
                ControlPlane plane,
                AdminAddresses admins,
                RunTokens tokens,
                Path configDir) {
            try {
                var http = MeshClient.sharedHttp();
                closing.add(http::shutdownNow);
                var metrics = closing.add(MetricsPage.start(http, admins));
                var gateway = page(gateway());
                var load =
                        closing.add(
                                LoadGenerator.start(
                                        http,
                                        new LoadProfile(
                                                options.requestsPerSecond(),
                                                gateway,
                                                page(productpage()),
                                                DIRECT_EVERY)));
                var report =
                        new ReadyReport(
                                metrics.url(),
                                prometheusConfig(admins),
                                AdminAddresses.text(plane.address())
                                        + "?token="
                                        + tokens.operator(),
                                gateway,
                                urls(admins),
                                run.resolve(ACCESS_LOG),
                                configDir);
                progress.accept("Waiting for the first answer");
                return new Readiness(http)
                        .traffic(() -> load.totals().ok() > 0)
                        .map(_ -> new Sandbox(closing, followed, plane, load, report));
            } catch (IOException failure) {
                return Result.err(
                        Problem.error(
                                "MESH1602",
                                Place.inFile(run.toString()),
                                "the sandbox cannot start: " + failure.getMessage()));
            }
        }

        private Path prometheusConfig(AdminAddresses admins) throws IOException {
            var file = run.resolve("prometheus.yml");
            Files.writeString(file, PrometheusConfig.text(admins));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        }

        private static LinkedHashMap<String, URI> urls(AdminAddresses admins) {
            var urls = new LinkedHashMap<String, URI>();
            admins.byPod().keySet().forEach(pod -> urls.put(pod, admins.url(pod, "/")));
            return urls;
        }

        private DemoWorkload gateway() {
            return workload(DemoWorkload::isGateway);
        }

        private DemoWorkload productpage() {
            return workload(one -> one.app().equals("productpage"));
        }

        private static DemoWorkload workload(java.util.function.Predicate<DemoWorkload> wanted) {
            return DemoWorkload.ALL.stream().filter(wanted).findFirst().orElseThrow();
        }

        private URI page(DemoWorkload workload) {
            return URI.create(
                    "http://" + AdminAddresses.text(placement.of(workload).inbound()) + PAGE);
        }
    }
}
