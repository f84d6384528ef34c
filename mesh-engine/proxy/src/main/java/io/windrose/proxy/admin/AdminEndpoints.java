package io.windrose.proxy.admin;

import io.envoyproxy.envoy.admin.v3.ServerInfo;
import io.windrose.proxy.wire.JsonTree;
import io.windrose.proxy.wire.WireJson;
import io.windrose.proxy.wire.WireTypes;
import io.windrose.telemetry.Exposition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each path answers. For any thread; some answers take a while.
///
/// @see <a href="https://www.envoyproxy.io/docs/envoy/latest/operations/admin">Envoy's admin</a>
final class AdminEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(AdminEndpoints.class);
    private static final String VERSION = "0.1.0/windrose/Clean/RELEASE/BoringSSL";

    private final AdminTarget target;
    private final InstantSource clock;
    private final WireJson json;
    private final ConfigDump dump;
    private final Map<String, Function<AdminRequest, AdminAnswer>> readings = new LinkedHashMap<>();
    private final Map<String, Function<AdminRequest, AdminAnswer>> commands = new LinkedHashMap<>();

    AdminEndpoints(AdminTarget target, WireTypes types, InstantSource clock) {
        this.target = target;
        this.clock = clock;
        json = new WireJson(types);
        dump = new ConfigDump(target, types);
        readings.put("/", _ -> help());
        readings.put("/help", _ -> help());
        readings.put("/ready", _ -> ready());
        readings.put("/server_info", _ -> serverInfo());
        readings.put("/stats", this::stats);
        readings.put("/stats/prometheus", _ -> prometheus());
        readings.put("/config_dump", this::dump);
        readings.put("/clusters", this::clusters);
        readings.put("/listeners", this::listeners);
        readings.put("/certs", _ -> certificates());
        commands.put("/logging", this::logging);
        commands.put("/drain_listeners", _ -> done(target::drain));
        commands.put("/healthcheck/fail", _ -> done(() -> target.declare(false)));
        commands.put("/healthcheck/ok", _ -> done(() -> target.declare(true)));
        commands.put("/quitquitquit", _ -> done(target::quit));
    }

    AdminAnswer answer(AdminRequest request) {
        var reading = readings.get(request.path());
        if (reading != null) {
            return reading.apply(request);
        }
        var command = commands.get(request.path());
        if (command == null) {
            return AdminAnswer.refusal(
                    404, "there is no " + request.path() + "; see /help for what there is");
        }
        return request.post()
                ? command.apply(request)
                : AdminAnswer.refusal(405, request.path() + " changes something: use POST");
    }

    private AdminAnswer help() {
        var text = new StringBuilder("admin commands are:\n");
        readings.keySet().stream()
                .filter(path -> path.length() > 1)
                .forEach(path -> text.append("  ").append(path).append('\n'));
        commands.keySet().forEach(path -> text.append("  ").append(path).append(" (POST)\n"));
        return AdminAnswer.text(text.toString());
    }

    private AdminAnswer ready() {
        var state = target.state();
        return state == ServerState.LIVE
                ? AdminAnswer.text("LIVE\n")
                : AdminAnswer.refusal(503, state.name());
    }

    private AdminAnswer serverInfo() {
        var uptime = Duration.between(target.startedAt(), clock.instant());
        var seconds = com.google.protobuf.Duration.newBuilder().setSeconds(uptime.toSeconds());
        return AdminAnswer.json(
                json.print(
                        ServerInfo.newBuilder()
                                .setVersion(VERSION)
                                .setState(ServerInfo.State.valueOf(target.state().name()))
                                .setUptimeCurrentEpoch(seconds)
                                .setUptimeAllEpochs(seconds)
                                .setNode(target.bootstrap().getNode())
                                .build()));
    }

    private AdminAnswer stats(AdminRequest request) {
        var format = request.query().getOrDefault("format", "");
        if (format.equals("prometheus")) {
            return prometheus();
        }
        Predicate<String> wanted;
        try {
            wanted = Pattern.compile(request.query().getOrDefault("filter", "")).asPredicate();
        } catch (PatternSyntaxException wrong) {
            return AdminAnswer.refusal(400, "the filter is no expression: " + wrong.getMessage());
        }
        var text = written(out -> target.stats().writeText(out, wanted));
        return format.equals("json") ? AdminAnswer.json(statsJson(text)) : AdminAnswer.text(text);
    }

    private static String statsJson(String text) {
        var stats =
                text.lines()
                        .map(line -> line.split(": ", 2))
                        .map(pair -> Map.of("name", pair[0], "value", Long.valueOf(pair[1])))
                        .toList();
        return JsonTree.write(Map.of("stats", stats));
    }

    private AdminAnswer prometheus() {
        return new AdminAnswer(
                200,
                Exposition.CONTENT_TYPE,
                written(out -> {
                    Exposition.write(List.of(target.metrics()), out);
                    target.stats().writeExposition(out);
                }));
    }

    private AdminAnswer dump(AdminRequest request) {
        return AdminAnswer.json(json.print(dump.message(request.has("include_eds"))));
    }

    private AdminAnswer clusters(AdminRequest request) {
        return isJson(request)
                ? AdminAnswer.json(json.print(Listings.clusters(target.runtime())))
                : AdminAnswer.text(Listings.clusterText(target.runtime()));
    }

    private AdminAnswer listeners(AdminRequest request) {
        return isJson(request)
                ? AdminAnswer.json(json.print(Listings.listeners(target.listening())))
                : AdminAnswer.text(Listings.listenerText(target.listening()));
    }

    private AdminAnswer certificates() {
        return AdminAnswer.json(
                json.print(CertificateListing.of(target.secrets(), clock.instant())));
    }

    /// Levels are this process's own affair: several proxies may share it.
    private AdminAnswer logging(AdminRequest request) {
        if (!request.query().isEmpty()) {
            return AdminAnswer.refusal(
                    400, "log levels are set by the program that this proxy runs in");
        }
        var level =
                LOG.isTraceEnabled()
                        ? "trace"
                        : LOG.isDebugEnabled() ? "debug" : LOG.isInfoEnabled() ? "info" : "warning";
        return AdminAnswer.text("active loggers:\n  io.windrose.proxy: " + level + "\n");
    }

    private static boolean isJson(AdminRequest request) {
        return request.query().getOrDefault("format", "").equals("json");
    }

    private static AdminAnswer done(Runnable command) {
        command.run();
        return AdminAnswer.text("OK\n");
    }

    @FunctionalInterface
    private interface Text {
        void write(Appendable out) throws IOException;
    }

    private static String written(Text text) {
        var out = new StringBuilder();
        try {
            text.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
