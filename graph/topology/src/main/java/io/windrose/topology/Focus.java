package io.windrose.topology;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;

/// The one node that a graph is about.
///
/// @param version only for apps; empty for all versions
public record Focus(Kind kind, String namespace, String name, String version) {

    /// What may stand in the middle.
    public enum Kind {
        APP,
        WORKLOAD,
        SERVICE
    }

    /// @param text `workload|app|service/NAMESPACE/NAME[/VERSION]`
    public static Result<Focus> parse(String text) {
        var parts = text.split("/", -1);
        boolean shaped = parts.length == 3 || (parts.length == 4 && parts[0].equals("app"));
        if (shaped && !parts[1].isEmpty() && !parts[2].isEmpty()) {
            var version = parts.length == 4 ? parts[3] : "";
            switch (parts[0]) {
                case "app" -> {
                    return Result.ok(new Focus(Kind.APP, parts[1], parts[2], version));
                }
                case "workload" -> {
                    return Result.ok(new Focus(Kind.WORKLOAD, parts[1], parts[2], version));
                }
                case "service" -> {
                    return Result.ok(new Focus(Kind.SERVICE, parts[1], parts[2], version));
                }
                default -> {}
            }
        }
        return Result.err(
                Problem.error(
                        "MESH1552",
                        Place.NOWHERE,
                        "--node "
                                + text
                                + " is not workload/NAMESPACE/NAME, service/NAMESPACE/NAME or"
                                + " app/NAMESPACE/NAME[/VERSION]"));
    }
}
