package io.windrose.sandbox;

import io.windrose.config.ConfigChange;
import io.windrose.config.ConfigReader;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The sandbox's own part of the configuration, which in a cluster the cluster itself would hold.
final class Platform {
    static final String SOURCE = "sandbox";
    private static final String FILE = "platform.yaml";

    private Platform() {}

    static List<ConfigChange> of(Placement placement, Path accessLog) {
        return switch (ConfigReader.read(FILE, PlatformYaml.of(placement, accessLog))) {
            case Result.Ok<List<Resource>>(var resources, _) ->
                    List.of(new ConfigChange.Put(SOURCE, FILE, resources, Set.of(), List.of()));
            case Result.Err<List<Resource>>(var problems) ->
                    throw new IllegalStateException("our own YAML is wrong: " + problems);
        };
    }
}
