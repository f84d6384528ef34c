package io.windrose.proxy.bootstrap;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.wire.WireJson;
import io.windrose.proxy.wire.WireTypes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// Reads Envoy's v3 bootstrap, YAML or JSON, as people and pilot-agent write it: both name styles,
/// trailing commas. A field that this program does not know is refused, as by Envoy; a type of
/// extension that it does not know stays in place, for those to refuse who would need it.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/bootstrap/v3/bootstrap.proto">Envoy's
///   Bootstrap</a>
public final class BootstrapFile {
    private static final long LARGEST_FILE = 64 << 20;

    private final WireTypes types;

    public BootstrapFile(WireTypes types) {
        this.types = types;
    }

    public Result<ProxyBootstrap> read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return refused(file, "is larger than 64 MiB");
            }
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException _) {
            return refused(file, "does not exist");
        } catch (CharacterCodingException _) {
            return refused(file, "is not text in UTF-8");
        } catch (IOException cause) {
            return refused(file, "cannot be read: " + cause.getMessage());
        }
    }

    /// @param name of the file, for problems
    public Result<ProxyBootstrap> parse(String name, String text) {
        return BootstrapYaml.read(name, text).then(read -> meaning(read.tree(), read.text()));
    }

    private Result<ProxyBootstrap> meaning(Map<?, ?> tree, BootstrapText text) {
        var walk = new BootstrapTree(types, text);
        var cleaned = walk.clean(tree, Bootstrap.getDescriptor());
        var packed = walk.packedTypes();
        return switch (new WireJson(types).read(cleaned, packed, Bootstrap.newBuilder())) {
            case Result.Ok<Bootstrap.Builder>(var built, _) ->
                    Result.of(built.build(), walk.problems())
                            .then(message -> BootstrapMeaning.of(message, text));
            case Result.Err<Bootstrap.Builder>(var problems) -> {
                var all = new ArrayList<>(walk.problems());
                new WrongValue(types, packed, text)
                        .in(cleaned, Bootstrap.getDescriptor())
                        .ifPresentOrElse(all::add, () -> all.addAll(problems));
                yield new Result.Err<>(all);
            }
        };
    }

    private static Result<ProxyBootstrap> refused(Path file, String why) {
        return Result.err(
                Problem.error(
                        "MESH1301", Place.inFile(file.toString()), "the bootstrap file " + why));
    }
}
