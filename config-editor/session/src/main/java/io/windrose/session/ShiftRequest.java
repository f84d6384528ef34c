package io.windrose.session;

import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.TrafficSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// A shift of traffic as it is typed: `reviews.default v1=75 v2=25`.
public final class ShiftRequest {
    /// Every problem of this class: the words do not say a shift at all.
    public static final String USAGE = "MESH1800";

    private static final Pattern SHARE = Pattern.compile("([^=]+)=([0-9]{1,3})%?");

    private ShiftRequest() {}

    /// @param service `SERVICE.NAMESPACE`; the last dot divides
    /// @param shares `SUBSET=PERCENT`, which add up to 100
    /// @param route the name of a route; empty for the last one without conditions
    public static Result<Intent.ShiftTraffic> parse(
            String service, List<String> shares, String route) {
        var problems = new ArrayList<Problem>();
        int dot = service.lastIndexOf('.');
        if (dot < 1 || dot == service.length() - 1) {
            problems.add(usage("`%s` is not a service; write NAME.NAMESPACE.".formatted(service)));
        }
        var percents = new LinkedHashMap<String, Integer>();
        for (var share : shares) {
            var parts = SHARE.matcher(share);
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > 100) {
                problems.add(
                        usage(
                                "`%s` is not a share; write SUBSET=PERCENT, from 0 to 100."
                                        .formatted(share)));
            } else if (percents.put(parts.group(1), Integer.parseInt(parts.group(2))) != null) {
                problems.add(usage("The subset `%s` is named twice.".formatted(parts.group(1))));
            }
        }
        int sum = percents.values().stream().mapToInt(Integer::intValue).sum();
        if (problems.isEmpty() && sum != 100) {
            problems.add(
                    usage(
                            "The shares add up to %d; name the whole split, which is 100."
                                    .formatted(sum)));
        }
        return problems.isEmpty()
                ? Result.ok(
                        new Intent.ShiftTraffic(
                                new NamespacedName(
                                        service.substring(dot + 1), service.substring(0, dot)),
                                new TrafficSplit(percents),
                                route))
                : new Result.Err<>(problems);
    }

    private static Problem usage(String message) {
        return Problem.error(USAGE, Place.NOWHERE, message);
    }
}
