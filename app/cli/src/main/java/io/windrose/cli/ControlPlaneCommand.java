package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.controlplane.ControlPlaneSettings;
import io.windrose.controlplane.DirectoryControlPlane;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.identity.CertificateAuthority;
import io.windrose.kernel.Result;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "control-plane",
        description = "Serves the mesh of a directory of YAML to proxies, over xDS.",
        mixinStandardHelpOptions = true)
final class ControlPlaneCommand implements Callable<Integer> {
    private static final int ISTIOD_PORT = 15010;
    private final Console console;

    @Option(
            names = "--config-dir",
            required = true,
            paramLabel = "DIR",
            description = "The mesh as YAML files, followed while it runs.")
    private @Nullable Path configDir;

    @Option(
            names = "--xds",
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description = "Where proxies connect; 127.0.0.1:15010 without it, port 0 for any.")
    private InetSocketAddress xds =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ISTIOD_PORT);

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the operator's token; without it one is made for this run.")
    private @Nullable Path tokenFile;

    ControlPlaneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (configDir == null) {
            throw new IllegalStateException("--config-dir is required");
        }
        var token = CommandFailure.orFail(ExitCode.FAILED, OperatorToken.from(tokenFile));
        var clock = InstantSource.system();
        var started =
                DirectoryControlPlane.start(
                        ControlPlaneSettings.onLoopback().withXds(xds),
                        configDir,
                        new Tokens(Map.of(token, new Caller.Operator())),
                        domain -> Result.ok(CertificateAuthority.inMemory(domain, clock)),
                        clock);
        var running = CommandFailure.orFail(ExitCode.FAILED, started);
        Findings.follow(running.config(), console);
        console.print(ready(running, token));
        return new UntilStopped(running).await(Optional.empty());
    }

    /// One line for scripts; the address carries the token, so that it works as it is printed.
    private static String ready(DirectoryControlPlane running, String token) {
        var line = new JsonMapper().createObjectNode();
        line.put("ready", true);
        line.put("xds", text(running.controlPlane().address()) + "?token=" + token);
        running.controlPlane()
                .debugAddress()
                .ifPresent(address ->
                        line.put("debug", "http://" + text(address) + "/?token=" + token));
        return line.toString();
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
