package io.windrose.config;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// Reads YAML or JSON text into resources.
public final class ConfigReader {
    private ConfigReader() {}

    /// All resources of the text, in its order.
    ///
    /// @param file how problems name the text
    /// @return warnings for kinds that this program does not read and for unknown fields; errors
    ///   when the text is not YAML or a document breaks the rules of its kind
    public static Result<List<Resource>> read(String file, String text) {
        return YamlFile.parse(file, text)
                .then(yaml -> {
                    var decoded = new Decoder("", Severity.WARNING).decodeObjects(yaml);
                    List<Resource> resources =
                            decoded.stream()
                                    .map(Decoded::resource)
                                    .flatMap(Optional::stream)
                                    .toList();
                    List<Problem> problems =
                            decoded.stream().flatMap(one -> one.problems().stream()).toList();
                    return Result.of(resources, problems);
                });
    }

    /// The settings of a mesh from a file of their own, without the ConfigMap around them.
    public static Result<MeshConfig> readMeshConfig(String file, String text) {
        return YamlFile.parse(file, text)
                .then(yaml -> new Decoder("", Severity.WARNING).meshConfig(yaml));
    }
}
