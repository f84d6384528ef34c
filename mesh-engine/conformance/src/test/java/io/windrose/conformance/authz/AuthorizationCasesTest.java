package io.windrose.conformance.authz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC;
import io.windrose.config.ConfigReader;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.MeshConfig;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import io.windrose.translate.authorization.Authorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Istio's own cases but for those that need an external authorizer, which we do not configure.
final class AuthorizationCasesTest {
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer()
                    .usingTypeRegistry(
                            TypeRegistry.newBuilder()
                                    .add(RBAC.getDescriptor())
                                    .add(
                                            io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC
                                                    .getDescriptor())
                                    .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http/allow-empty-rule",
                "http/allow-nil-rule",
                "http/audit-full-rule",
                "http/deny-and-allow",
                "http/dry-run-allow-and-deny",
                "http/dry-run-mix",
                "http/single-policy",
                "http/trust-domain-multiple-aliases",
                "http/trust-domain-aliases-in-source-principal",
                "tcp/allow-both-http-tcp",
                "tcp/audit-both-http-tcp",
                "tcp/dry-run-mix",
            })
    void hasTheFiltersThatIstiodMakes(String name) throws IOException {
        var folder = Shared.path("conformance/authz");
        var wanted = find(folder, name);

        var authorization =
                Authorization.of(
                        policies(folder.resolve("testdata").resolve(text(wanted, "input"))),
                        mesh(wanted));

        var made =
                text(wanted, "protocol").equals("http")
                        ? authorization.http().stream().map(AuthorizationCasesTest::terms)
                        : authorization.tcp().stream().map(AuthorizationCasesTest::terms);
        assertThat(made.toList()).isEqualTo(expected(folder, wanted));
    }

    private static JsonObject find(Path folder, String name) throws IOException {
        var cases =
                JsonParser.parseString(Files.readString(folder.resolve("cases.json")))
                        .getAsJsonArray();
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> one.getAsJsonObject())
                .filter(one -> text(one, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    private static List<AuthorizationPolicy> policies(Path file) throws IOException {
        return valueOf(ConfigReader.read(file.toString(), Files.readString(file))).stream()
                .map(resource -> (AuthorizationPolicy) resource)
                .toList();
    }

    private static MeshConfig mesh(JsonObject wanted) {
        var settings = wanted.get("meshConfig");
        return settings.isJsonNull()
                ? MeshConfig.DEFAULT
                : valueOf(ConfigReader.readMeshConfig("mesh.json", settings.toString()));
    }

    private static List<Object> expected(Path folder, JsonObject wanted) {
        return StreamSupport.stream(wanted.getAsJsonArray("expectedFiles").spliterator(), false)
                .map(file -> folder.resolve("testdata").resolve(file.getAsString()))
                .map(AuthorizationCasesTest::yaml)
                .map(BooleanTerms::canonical)
                .toList();
    }

    private static Object yaml(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Object terms(Message filter) {
        try {
            return BooleanTerms.canonical(new Gson().fromJson(PRINTER.print(filter), Object.class));
        } catch (InvalidProtocolBufferException fault) {
            throw new AssertionError(fault);
        }
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
