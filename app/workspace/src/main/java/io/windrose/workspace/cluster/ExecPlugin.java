package io.windrose.workspace.cluster;

import io.windrose.kernel.Result;
import io.windrose.workspace.welcome.KubeAccess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/// A program that a kubeconfig names for signing in: it prints a token or a certificate.
///
/// It runs with the rights of the user, so only for a context that the user has asked for. It gets
/// no terminal.
///
/// @see <a
///   href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">Kubernetes:
///   credential plugins</a>
final class ExecPlugin {
    private static final int SECONDS = 60;
    private static final int MOST_BYTES = 1 << 20;

    private ExecPlugin() {}

    static Result<SignIn> ask(KubeAccess access) {
        var exec = new Json(access.user().fields()).get("exec");
        var command = exec.text("command");
        if (command.isEmpty()) {
            return SignIn.refused(access.user(), "exec names no command.");
        }
        try {
            var process = builder(access, exec, command).start();
            process.getOutputStream().close();
            var output = process.getInputStream().readNBytes(MOST_BYTES);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                return SignIn.refused(access.user(), command + " does not end.");
            }
            return process.exitValue() == 0
                    ? parse(access, command, new String(output, StandardCharsets.UTF_8))
                    : SignIn.refused(
                            access.user(),
                            "%s, which signs in, ended with %d."
                                    .formatted(command, process.exitValue()));
        } catch (IOException missing) {
            return SignIn.refused(
                    access.user(),
                    "%s, which signs in, cannot be started: %s."
                            .formatted(command, missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SignIn.refused(access.user(), "Signing in was interrupted.");
        }
    }

    private static ProcessBuilder builder(KubeAccess access, Json exec, String command) {
        var words = new ArrayList<String>();
        // A relative path starts from the kubeconfig; a bare name is looked up on the PATH.
        words.add(
                command.contains("/") || command.contains(File.separator)
                        ? access.user().file().toAbsolutePath().resolveSibling(command).toString()
                        : command);
        exec.items("args").forEach(one -> words.add(one.text()));
        var builder = new ProcessBuilder(words);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        for (var variable : exec.items("env")) {
            builder.environment().put(variable.text("name"), variable.text("value"));
        }
        builder.environment().put("KUBERNETES_EXEC_INFO", info(exec.text("apiVersion")));
        return builder;
    }

    private static String info(String apiVersion) {
        return "{\"apiVersion\":\"%s\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}"
                .formatted(apiVersion);
    }

    private static Result<SignIn> parse(KubeAccess access, String command, String output) {
        var status = Json.of(output).get("status");
        var token = status.text("token");
        var certificate = status.text("clientCertificateData");
        return token.isEmpty() && certificate.isEmpty()
                ? SignIn.refused(
                        access.user(), command + ", which signs in, printed no ExecCredential.")
                : Result.ok(
                        new SignIn(
                                token.isEmpty() ? "" : SignIn.bearer(token),
                                certificate,
                                status.text("clientKeyData")));
    }
}
