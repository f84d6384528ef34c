package io.windrose.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;

/// Finds the smallest edit that fulfils an intent.
public final class Planner {
    private Planner() {}

    /// @param files reads a file by the name that a resource's origin has
    /// @return warnings for what the edited object has to be said about; problems when the intent
    ///   cannot be fulfilled, or the result would not be valid
    public static Result<Plan> plan(Intent intent, ConfigSnapshot config, FileReader files) {
        return switch (intent) {
            case Intent.ShiftTraffic(var service, var split, var route) ->
                    new ShiftPlan(service, split, new ShiftPlan.Where.Named(route), config, files)
                            .plan();
            case Intent.ShiftRoute(var route, var service, var split) ->
                    new ShiftPlan(service, split, new ShiftPlan.Where.At(route), config, files)
                            .plan();
        };
    }

    /// Where the text of a file comes from.
    @FunctionalInterface
    public interface FileReader {
        Result<YamlFile> read(String file);
    }
}
