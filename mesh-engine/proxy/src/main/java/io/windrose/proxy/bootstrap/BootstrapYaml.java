package io.windrose.proxy.bootstrap;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML text, of which JSON with trailing commas is a part, to maps and lists.
final class BootstrapYaml {
    /// Deeper than any bootstrap, and shallow enough for recursion.
    private static final int DEEPEST = 200;

    private static final int LARGEST = 64 << 20;

    private BootstrapYaml() {}

    static Result<Map<?, ?>> read(String file, String text) {
        var settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setCodePointLimit(LARGEST)
                        .setLabel(file)
                        .build();
        try {
            checkDepth(new Parse(settings).parseString(text));
            return new Load(settings).loadFromString(text) instanceof Map<?, ?> map
                    ? Result.ok(map)
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

    private static void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (var event : events) {
            depth +=
                    switch (event.getEventId()) {
                        case MappingStart, SequenceStart -> 1;
                        case MappingEnd, SequenceEnd -> -1;
                        default -> 0;
                    };
            if (depth > DEEPEST) {
                throw new YamlEngineException("the text is nested deeper than " + DEEPEST);
            }
        }
    }
}
