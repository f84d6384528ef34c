package io.windrose.workspace.cluster;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.workspace.welcome.KubeAccess;
import io.windrose.workspace.welcome.KubeEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;

/// Who asks a cluster: by a token, by a password or by a certificate.
///
/// @param authorization the header; empty for none
/// @param certificate PEM; empty for none
/// @param key PEM; empty for none
record SignIn(String authorization, String certificate, String key) {

    /// @return the problem that a file cannot be read, or that the program that signs in failed
    static Result<SignIn> of(KubeAccess access) {
        var user = access.user();
        if (user.fields().get("exec").isPresent()) {
            return ExecPlugin.ask(access);
        }
        return content(user, "client-certificate")
                .then(certificate ->
                        content(user, "client-key")
                                .then(key ->
                                        authorization(user)
                                                .map(header ->
                                                        new SignIn(header, certificate, key))));
    }

    private static Result<String> authorization(KubeEntry user) {
        var token = user.secret("token");
        if (!token.isEmpty()) {
            return Result.ok(bearer(token));
        }
        var file = user.path("tokenFile");
        if (file.isPresent()) {
            return content(user, "tokenFile").map(text -> bearer(text.strip()));
        }
        var name = user.secret("username");
        var both = name + ":" + user.secret("password");
        return Result.ok(
                name.isEmpty()
                        ? ""
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    /// Of `field-data` in base64, else of the file that `field` names; empty where neither is said.
    static Result<String> content(KubeEntry entry, String field) {
        var data = entry.secret(field + "-data");
        try {
            if (!data.isEmpty()) {
                return Result.ok(
                        new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
            }
            var file = entry.path(field);
            return Result.ok(file.isEmpty() ? "" : Files.readString(file.get()));
        } catch (IllegalArgumentException notBase64) {
            return refused(entry, "%s-data is not base64.".formatted(field));
        } catch (IOException unreadable) {
            return refused(
                    entry,
                    "The file of %s cannot be read: %s.".formatted(field, unreadable.getMessage()));
        }
    }

    static <T> Result<T> refused(KubeEntry entry, String message) {
        return Result.err(
                Problem.error("MESH1722", Place.inFile(entry.file().toString()), message));
    }

    Optional<String> header() {
        return authorization.isEmpty() ? Optional.empty() : Optional.of(authorization);
    }

    /// Without its secrets.
    @Override
    public String toString() {
        return "SignIn";
    }
}
