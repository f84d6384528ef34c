package io.windrose.conformance.envoy;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Bookinfo with whatever a test puts on top of it.
final class MeshFixture {
    private MeshFixture() {}

    static MeshSnapshot bookinfo() {
        return MeshBuilder.build(ConfigSnapshot.of(resources("bookinfo.yaml", bookinfoYaml())));
    }

    static MeshSnapshot bookinfoAnd(Path file) {
        try {
            var all = new ArrayList<>(resources("bookinfo.yaml", bookinfoYaml()));
            all.addAll(resources(file.toString(), Files.readString(file)));
            return MeshBuilder.build(ConfigSnapshot.of(all));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Resource> resources(String name, String text) {
        return switch (ConfigReader.read(name, text)) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources;
            case Result.Err<List<Resource>>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static String bookinfoYaml() {
        try (var stream = MeshFixture.class.getResourceAsStream("../bookinfo.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("bookinfo.yaml is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
