package io.windrose.conformance.mtls;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.controlplane.ControlPlane;
import io.windrose.controlplane.ControlPlaneSettings;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.ControlPlaneAddress;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.registry.MeshBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A mesh of two workloads, `caller` and `called`, on loopback addresses of their own. The caller
/// may be told another address of `called` than `called` itself, so that something can stand
/// between them.
public final class TwoWorkloads implements AutoCloseable {
    private static final int START_SECONDS = 30;

    /// How the mesh is set up.
    ///
    /// @param mode of mutual TLS at `called`: STRICT or PERMISSIVE
    /// @param relayed whether the caller is sent to the relay's address
    /// @param lifetime of certificates; they are renewed at half of it
    public record Setting(String mode, boolean relayed, Duration lifetime) {
        public static Setting of(String mode) {
            return new Setting(mode, false, CertificateAuthority.DEFAULT_LIFETIME);
        }
    }

    private final Addresses addresses = Addresses.ofThisProcess();
    private final ProxyHost host = new ProxyHost(1, InstantSource.system(), 1);
    private final List<Runnable> parts = new ArrayList<>();
    private final CertificateAuthority authority;
    private final ControlPlane forCaller;
    private final ControlPlane forCalled;

    private TwoWorkloads(Setting setting, CertificateAuthority authority) throws IOException {
        this.authority = authority.withDefaultLifetime(setting.lifetime());
        var inbound = addresses.calledInbound();
        forCaller = controlPlane(setting.mode(), setting.relayed() ? addresses.relay() : inbound);
        forCalled = controlPlane(setting.mode(), inbound);
    }

    public static TwoWorkloads start(Setting setting) throws IOException {
        return start(
                setting,
                CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system()));
    }

    static TwoWorkloads start(Setting setting, CertificateAuthority authority) throws IOException {
        return new TwoWorkloads(setting, authority);
    }

    public static SpiffeId identity(String account) {
        return new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", account);
    }

    public Addresses addresses() {
        return addresses;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /// `host:port` of the control plane that tells the workload of that name.
    public String controlPlaneOf(String name) {
        return "127.0.0.1:" + (isCaller(name) ? forCaller : forCalled).address().getPort();
    }

    public static String tokenOf(String name) {
        return "token-of-" + name;
    }

    public String nodeId(String name) {
        return "sidecar~%s~%s-v1.default~default.svc.cluster.local"
                .formatted(own(name).getHostAddress(), name);
    }

    /// What the node says of itself beyond id and labels.
    ///
    /// @param appPort of the application behind `called`; unused for the caller
    public Map<String, String> metadata(String name, int appPort) {
        var outbound = isCaller(name) ? addresses.callerOutbound() : addresses.calledOutbound();
        return Map.of(
                "INTERCEPTION_MODE",
                "NONE",
                "SERVICE_ACCOUNT",
                name,
                "WORKLOAD_NAME",
                name + "-v1",
                "WINDROSE_OUTBOUND_BIND",
                outbound.getAddress().getHostAddress(),
                "WINDROSE_APP",
                "127.0.0.1:" + appPort);
    }

    /// Starts our proxy beside that workload; returns when it is ready.
    public Proxy ours(String name, int appPort) throws Exception {
        var node = new NodeDescription(nodeId(name), Map.of("app", name), metadata(name, appPort));
        var admin = new ServerAddress.Tcp("127.0.0.1", 0);
        var started =
                ControlPlaneAddress.parse(controlPlaneOf(name))
                        .then(address ->
                                ProxyConfig.of(
                                        address,
                                        Optional.of(tokenOf(name)),
                                        node,
                                        Optional.of(admin)))
                        .then(config -> Proxy.start(config, host));
        var proxy = valueOf(started);
        parts.add(proxy::close);
        proxy.ready().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        return proxy;
    }

    @Override
    public void close() {
        parts.reversed().forEach(Runnable::run);
        host.close();
    }

    private ControlPlane controlPlane(String mode, InetSocketAddress called) throws IOException {
        var config = valueOf(ConfigReader.read("two-workloads.yaml", yaml(mode, called)));
        var mesh = new MeshVersion(1, MeshBuilder.build(ConfigSnapshot.of(config)));
        var tokens =
                new Tokens(
                        Map.of(
                                tokenOf("caller"), new Caller.Workload(identity("caller")),
                                tokenOf("called"), new Caller.Workload(identity("called"))));
        var started =
                valueOf(
                        ControlPlane.start(
                                ControlPlaneSettings.onLoopback(),
                                new Live<>(mesh),
                                tokens,
                                authority,
                                InstantSource.system()));
        parts.add(started::close);
        return started;
    }

    private String yaml(String mode, InetSocketAddress called) throws IOException {
        try (var stream =
                Objects.requireNonNull(
                        TwoWorkloads.class.getResourceAsStream("two-workloads.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${CALLER_IP}", own("caller").getHostAddress())
                    .replace("${CALLED_IP}", own("called").getHostAddress())
                    .replace("${ENDPOINT_IP}", called.getAddress().getHostAddress())
                    .replace("${MODE}", mode);
        }
    }

    private InetAddress own(String name) {
        return (isCaller(name) ? addresses.callerOutbound() : addresses.calledInbound())
                .getAddress();
    }

    private static boolean isCaller(String name) {
        return name.equals("caller");
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
