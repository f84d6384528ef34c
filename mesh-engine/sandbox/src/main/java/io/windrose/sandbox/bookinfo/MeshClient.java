package io.windrose.sandbox.bookinfo;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// How an application reaches the other services: through the outbound listener of its own proxy.
///
/// On a cluster, redirection brings a request for `reviews:9080` to the proxy; here the application
/// connects to the proxy's address and names the service in the Host header.
public final class MeshClient {
    /// What an application must copy from a request to the requests that it makes for it, so that a
    /// trace stays whole and routes can match the user who asked.
    ///
    /// @see <a
    ///   href="https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/">
    ///   Trace context propagation</a>
    private static final List<String> FORWARDED =
            List.of(
                    "x-request-id",
                    "traceparent",
                    "tracestate",
                    "b3",
                    "x-b3-traceid",
                    "x-b3-spanid",
                    "x-b3-parentspanid",
                    "x-b3-sampled",
                    "x-b3-flags",
                    "x-ot-span-context",
                    "x-datadog-trace-id",
                    "x-datadog-parent-id",
                    "x-datadog-sampling-priority",
                    "x-cloud-trace-context",
                    "grpc-trace-bin",
                    "user-agent",
                    "end-user",
                    "cookie",
                    "authorization",
                    "jwt");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static {
        allowHostHeader();
    }

    private final HttpClient http;
    private final InetSocketAddress outbound;

    /// @param http may be shared by all services of the process
    /// @param outbound where the workload's own proxy takes requests for port 9080
    public MeshClient(HttpClient http, InetSocketAddress outbound) {
        this.http = http;
        this.outbound = outbound;
    }

    /// Lets applications name the service in the Host header, which the JDK's client refuses
    /// otherwise. It reads the setting once, so that a program that uses an [HttpClient] of its own
    /// before it starts a sandbox must call this first.
    public static void allowHostHeader() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /// A client for all services of one process.
    public static HttpClient sharedHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    /// Asks a service for a path on behalf of `caller`; whatever goes wrong is a 503 of our own.
    Answer get(String service, String path, Headers caller) {
        var uri =
                URI.create(
                        "http://"
                                + outbound.getAddress().getHostAddress()
                                + ":"
                                + outbound.getPort()
                                + path);
        var request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("host", service + ":9080");
        for (var name : FORWARDED) {
            var value = caller.getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse("text/plain"),
                    response.body());
        } catch (IOException unreachable) {
            return Answer.error(503, service + " cannot be reached");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "stopping");
        }
    }
}
