package io.windrose.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Clients that sign in as a kubeconfig says; a program that it names is run for that.
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String UNREACHABLE = "MESH1723";

    private static final String NOBODY = "MESH1724";

    private Clients() {}

    /// Nothing is asked of the cluster yet. To be closed by the caller.
    ///
    /// @return the problem that the kubeconfig, or the program that it names, cannot be used
    static Result<KubernetesClient> of(ClusterAccess access) {
        try {
            var files =
                    access.kubeconfigs().stream()
                            .filter(Files::exists)
                            .map(Path::toFile)
                            .map(KubeConfigUtils::parseConfig)
                            .toList();
            var programs = SignInPrograms.prepare(files);
            var config = Config.empty();
            KubeConfigUtils.merge(
                    config,
                    access.context(),
                    files.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
            var program = programs.get(config.getCurrentContext().getContext().getUser());
            if (program != null
                    && config.getAutoOAuthToken() == null
                    && config.getClientCertData() == null) {
                return Result.err(
                        Problem.error(
                                NOBODY,
                                Place.NOWHERE,
                                "%s, which signs in to cluster %s, gave neither a token nor a certificate; run it by hand to see why."
                                        .formatted(program, access.context())));
            }
            config.setConnectionTimeout((int) CONNECT.toMillis());
            config.setRequestTimeout((int) ANSWER.toMillis());
            // whoever asks says at once that there is no answer
            config.setRequestRetryBackoffLimit(0);
            // the client leaves this field of a kubeconfig out
            access.tokenFile().ifPresent(file -> config.setOauthTokenProvider(() -> token(file)));
            return Result.ok(new KubernetesClientBuilder().withConfig(config).build());
        } catch (KubernetesClientException | IllegalArgumentException failure) {
            return unreachable(access, "its server", failure);
        }
    }

    /// A token may be renewed while the program runs.
    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param server as a sentence names it
    static <T> Result<T> unreachable(ClusterAccess access, String server, Exception failure) {
        return Result.err(
                Problem.error(
                        UNREACHABLE,
                        Place.NOWHERE,
                        "Cluster %s cannot be read: %s."
                                .formatted(access.context(), why(server, failure))));
    }

    private static String why(String server, Exception failure) {
        if (failure instanceof KubernetesClientException answer && answer.getCode() == 401) {
            return "it does not know who asks; sign in again";
        }
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ConnectException)) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        if (cause instanceof ConnectException) {
            return "nobody answers at " + server;
        }
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().replaceFirst("\\.$", "");
    }
}
