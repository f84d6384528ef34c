package io.windrose.proxy.bootstrap;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a control plane answers, as `--control-plane` takes it: `host:port`, `[::1]:port`,
/// `unix:path`, each optionally with `?token=...`.
///
/// @param token empty when the address carries none
public record ControlPlaneAddress(ServerAddress server, Optional<String> token) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?:https?|xds)://)?(?:unix:(?<path>[^?]+)|(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<host>[^:/?]+)):(?<port>\\d{1,5}))(?:\\?token=(?<token>[^&]+))?");
    private static final int LARGEST_PORT = 65_535;

    public static Result<ControlPlaneAddress> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return wrong(text);
        }
        var token = Optional.ofNullable(form.group("token"));
        var path = form.group("path");
        if (path != null) {
            return Result.ok(new ControlPlaneAddress(new ServerAddress.Unix(path), token));
        }
        var host = form.group("six") == null ? form.group("host") : form.group("six");
        int port = Integer.parseInt(form.group("port"));
        return port == 0 || port > LARGEST_PORT
                ? wrong(text)
                : Result.ok(new ControlPlaneAddress(new ServerAddress.Tcp(host, port), token));
    }

    /// Without the token, so that it reaches no log.
    @Override
    public String toString() {
        return server.toString();
    }

    private static Result<ControlPlaneAddress> wrong(String text) {
        return Result.err(
                Problem.error(
                        "MESH1300",
                        Place.NOWHERE,
                        "'%s' is no control plane address: write host:port or unix:path"
                                .formatted(text)));
    }
}
