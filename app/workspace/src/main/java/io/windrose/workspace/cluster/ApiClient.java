package io.windrose.workspace.cluster;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.workspace.welcome.KubeAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks one API server; nothing is ever changed there. For any thread.
final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String UNREACHABLE = "MESH1723";

    private final KubeAccess access;
    private final String server;
    private final SignIn signIn;
    private final HttpClient http;

    /// @param body JSON: what was asked for, or a `Status` that says what is wrong
    record Answer(int status, String body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    private ApiClient(KubeAccess access, String server, SignIn signIn, HttpClient http) {
        this.access = access;
        this.server = server;
        this.signIn = signIn;
        this.http = http;
    }

    /// Nothing is asked yet but who signs in.
    static Result<ApiClient> of(KubeAccess access) {
        var server = access.cluster().secret("server").replaceFirst("/+$", "");
        if (!server.startsWith("https://") && !server.startsWith("http://")) {
            return SignIn.refused(
                    access.cluster(),
                    "The cluster of context %s has no URL of a server."
                            .formatted(access.context()));
        }
        return SignIn.of(access)
                .then(signIn ->
                        Trust.of(access.cluster(), signIn)
                                .map(trust ->
                                        new ApiClient(
                                                access,
                                                server,
                                                signIn,
                                                HttpClient.newBuilder()
                                                        .sslContext(trust)
                                                        .connectTimeout(CONNECT)
                                                        .build())));
    }

    /// @return the problem that the server cannot be reached, or knows nobody of that name
    Result<Answer> get(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(server + path))
                            .header("Accept", "application/json")
                            .timeout(ANSWER);
            signIn.header().ifPresent(header -> request.header("Authorization", header));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 401
                    ? unreachable("it does not know who asks; sign in again")
                    : Result.ok(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException failure) {
            var reason = failure.getMessage();
            return unreachable(reason == null ? failure.getClass().getSimpleName() : reason);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unreachable("the question was interrupted");
        }
    }

    private <T> Result<T> unreachable(String why) {
        return Result.err(
                Problem.error(
                        UNREACHABLE,
                        Place.NOWHERE,
                        "Cluster %s at %s cannot be read: %s."
                                .formatted(access.context(), server, why)));
    }

    @Override
    public void close() {
        http.close();
    }
}
