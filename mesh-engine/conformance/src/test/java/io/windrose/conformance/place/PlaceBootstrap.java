package io.windrose.conformance.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/// The one bootstrap that both proxies get, in which only their own ports and log file differ.
record PlaceBootstrap(int red, int blue, int slow) {
    /// Nobody listens there.
    private static final int REFUSED = 1;

    /// @return YAML with `${ADMIN_PORT}` still to be filled in
    String yaml(int listenPort, Path accessLog) throws IOException {
        try (var stream =
                Objects.requireNonNull(
                        PlaceBootstrap.class.getResourceAsStream("bootstrap.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${LISTEN_PORT}", Integer.toString(listenPort))
                    .replace("${ACCESS_LOG}", accessLog.toString())
                    .replace("${RED_PORT}", Integer.toString(red))
                    .replace("${BLUE_PORT}", Integer.toString(blue))
                    .replace("${SLOW_PORT}", Integer.toString(slow))
                    .replace("${REFUSED_PORT}", Integer.toString(REFUSED));
        }
    }
}
