package io.windrose.conformance.mtls;

import io.windrose.proxy.Proxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The series of `istio_requests_total` that a proxy shows, as text.
public record Metrics(List<String> series) {

    public static Metrics of(Proxy proxy) throws IOException {
        var admin = (InetSocketAddress) proxy.adminAddress().orElseThrow();
        var page = URI.create("http://127.0.0.1:" + admin.getPort() + "/stats/prometheus");
        try (var stream = page.toURL().openStream()) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Metrics(
                    text.lines().filter(line -> line.startsWith("istio_requests_total{")).toList());
        }
    }

    public Set<String> securityPolicies() {
        return values("connection_security_policy");
    }

    /// All values that a label has.
    public Set<String> values(String label) {
        var pattern = Pattern.compile("[{,]" + label + "=\"([^\"]*)\"");
        var values = new TreeSet<String>();
        for (var line : series) {
            var found = pattern.matcher(line);
            if (found.find()) {
                values.add(found.group(1));
            }
        }
        return values;
    }
}
