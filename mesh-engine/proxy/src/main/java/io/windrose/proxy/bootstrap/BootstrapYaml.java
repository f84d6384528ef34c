package io.windrose.proxy.bootstrap;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML text, of which JSON with trailing commas is a part, to maps and lists and the places where
/// they stand.
final class BootstrapYaml {
    private static final int LARGEST = 64 << 20;

    private BootstrapYaml() {}

    /// @param tree of maps, lists and plain values
    record Tree(Map<?, ?> tree, BootstrapText text) {}

    static Result<Tree> read(String file, String text) {
        var settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setCodePointLimit(LARGEST)
                        .setMaxAliasesForCollections(Integer.MAX_VALUE) // YamlLimits knows better
                        .setLabel(file)
                        .build();
        try {
            new YamlLimits().check(new Parse(settings).parseString(text));
            var root = new Compose(settings).composeString(text);
            return root.isPresent()
                            && new StandardConstructor(settings).constructSingleDocument(root)
                                    instanceof Map<?, ?> map
                    ? Result.ok(new Tree(map, new BootstrapText(file, root.get())))
                    : Result.err(
                            Problem.error(
                                    "MESH1302",
                                    Place.inFile(file),
                                    "a bootstrap is a mapping with keys such as node, admin and static_resources"));
        } catch (MarkedYamlEngineException wrong) {
            var place =
                    wrong.getProblemMark()
                            .map(mark -> Place.at(file, mark.getLine() + 1, mark.getColumn() + 1))
                            .orElse(Place.inFile(file));
            return Result.err(Problem.error("MESH1302", place, wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            return Result.err(
                    Problem.error(
                            "MESH1302", Place.inFile(file), String.valueOf(wrong.getMessage())));
        }
    }
}
