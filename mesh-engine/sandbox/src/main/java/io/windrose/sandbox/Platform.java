package io.windrose.sandbox;

import io.windrose.config.ConfigChange;
import io.windrose.config.ConfigReader;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The sandbox's own part of the configuration, which in a cluster the cluster itself would hold.
final class Platform {
    static final String SOURCE = "sandbox";
    private static final String FILE = "platform.yaml";

    private Platform() {}

    static YamlFile of(Placement placement, Path accessLog) {
        return good(YamlFile.parse(FILE, PlatformYaml.of(placement, accessLog)));
    }

    static List<ConfigChange> change(YamlFile platform) {
        var resources = good(ConfigReader.read(platform.name(), platform.text()));
        return List.of(
                new ConfigChange.Put(SOURCE, platform.name(), resources, Set.of(), List.of()));
    }

    private static <T> T good(Result<T> read) {
        return switch (read) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) ->
                    throw new IllegalStateException("our own YAML is wrong: " + problems);
        };
    }
}
