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
import java.util.stream.Stream;

/// Reads Envoy's v3 bootstrap, YAML or JSON, as people and pilot-agent write it: both name styles,
/// trailing commas. A field that this program does not know is a warning; a type of extension that
/// it does not know stays in place, for those to refuse who would need it.
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
        return BootstrapYaml.read(name, text)
                .then(tree -> {
                    var walk = new BootstrapTree(types, name);
                    var cleaned = walk.clean(tree, Bootstrap.getDescriptor());
                    var message =
                            new WireJson(types)
                                    .read(cleaned, walk.packedTypes(), Bootstrap.newBuilder())
                                    .then(built -> BootstrapMeaning.of(built.build()));
                    return located(name, message, walk.problems());
                });
    }

    private static Result<ProxyBootstrap> located(
            String file, Result<ProxyBootstrap> result, Iterable<Problem> warnings) {
        var all = new ArrayList<Problem>();
        warnings.forEach(all::add);
        Stream<Problem> found = result.problems().stream();
        found.map(problem -> inFile(problem, file)).forEach(all::add);
        return switch (result) {
            case Result.Ok<ProxyBootstrap>(var bootstrap, _) -> new Result.Ok<>(bootstrap, all);
            case Result.Err<ProxyBootstrap> _ -> new Result.Err<>(all);
        };
    }

    private static Problem inFile(Problem problem, String file) {
        var place = Place.inFile(file).withPath(problem.place().path());
        return new Problem(problem.code(), problem.severity(), place, problem.message());
    }

    private static Result<ProxyBootstrap> refused(Path file, String why) {
        return Result.err(
                Problem.error(
                        "MESH1301", Place.inFile(file.toString()), "the bootstrap file " + why));
    }
}
