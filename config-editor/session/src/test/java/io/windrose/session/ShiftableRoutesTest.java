package io.windrose.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileSource;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.Result;
import io.windrose.kernel.TrafficSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShiftableRoutesTest {
    private static final String CONFIG =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: shop}
            spec:
              host: reviews.shop.svc.cluster.local
              subsets:
              - {name: v1, labels: {version: v1}}
              - {name: v2, labels: {version: v2}}
              - {name: v3, labels: {version: v3}}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop}
            spec:
              hosts: [reviews]
              http:
              - name: jason
                match:
                - headers: {end-user: {exact: jason}}
                route:
                - destination: {host: reviews, subset: v2}
              - redirect: {uri: /}
                match:
                - uri: {exact: /old}
              - route:
                - {destination: {host: reviews, subset: v3}, weight: 2}
                - {destination: {host: reviews, subset: v1}, weight: 1}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: others, namespace: shop}
            spec:
              hosts: [others]
              http:
              - route:
                - {destination: {host: a}, weight: 50}
                - {destination: {host: b}, weight: 50}
              - route:
                - destination: {host: ratings}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: details, namespace: shop}
            spec:
              host: details
              subsets:
              - {name: v1, labels: {version: v1}}
            """;

    @TempDir private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void findsTheRoutesAndSaysWhatStandsInTheWayOfOthers() throws IOException {
        var found = ShiftableRoutes.in(config());

        var reviews = new NamespacedName("shop", "reviews");
        var labels = new LinkedHashMap<String, Labels>();
        for (var version : new String[] {"v1", "v2", "v3"}) {
            labels.put(version, Labels.of(Map.of("version", version)));
        }
        assertThat(found.routes())
                .extracting(
                        ShiftableRoute::service,
                        route -> route.ref().label(),
                        ShiftableRoute::split,
                        ShiftableRoute::labels,
                        ShiftableRoute::only,
                        ShiftableRoute::matched)
                .containsExactly(
                        tuple(
                                reviews,
                                "http[0] jason",
                                split("v2", 100, "v1", 0, "v3", 0),
                                labels,
                                false,
                                true),
                        tuple(
                                reviews,
                                "http[2]",
                                split("v3", 67, "v1", 33, "v2", 0),
                                labels,
                                false,
                                false));
        assertThat(found.obstacles())
                .extracting(one -> one.object() + " " + one.place() + ": " + one.why())
                .containsExactly(
                        "VirtualService shop/others http[0]: It divides requests among several"
                                + " services (a, b); a shift divides those of one.",
                        "VirtualService shop/others http[1]: No DestinationRule defines subsets of"
                                + " ratings, so there is nothing to divide its requests among.",
                        "DestinationRule shop/details : No VirtualService routes requests to"
                                + " details; a shift changes the weights of a route that exists.");
    }

    /// Also a route that conditions guard, and that has no name of its own to be called by.
    @Test
    void exactlyTheRouteThatWasFoundIsEditedAndNobodyIsAddedAtZero() throws IOException {
        var route = ShiftableRoutes.in(config()).routes().getLast();
        var edited = new EditedFolder(folder, folder, InstantSource.fixed(Instant.EPOCH));

        var plan =
                edited.plan(
                        new Intent.ShiftRoute(
                                route.ref(), route.service(), split("v3", 60, "v1", 40, "v2", 0)));

        assertThat(plan.map(one -> one.patch().after()))
                .isEqualTo(
                        Result.ok(
                                CONFIG.replace("weight: 2}", "weight: 60}")
                                        .replace("weight: 1}", "weight: 40}")));
    }

    @Test
    void aRouteThatMovedMeanwhileIsNotMistakenForAnother() throws IOException {
        var route = ShiftableRoutes.in(config()).routes().getFirst();
        Files.writeString(folder.resolve("a.yaml"), CONFIG.replace("name: jason", "name: mary"));
        var edited = new EditedFolder(folder, folder, InstantSource.fixed(Instant.EPOCH));

        var plan = edited.plan(new Intent.ShiftRoute(route.ref(), route.service(), route.split()));

        assertThat(plan.problems())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly(
                        "MESH1805 VirtualService shop/reviews no longer forwards requests by its"
                                + " route http[0] jason; choose the route again.");
    }

    /// Scaled shares are within one of the exact ones, and shares of 100 stay as they are.
    @ParameterizedTest
    @MethodSource("seeds")
    void scalingIsFair(long seed) {
        var random = new SplittableRandom(seed);
        var weights = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < random.nextInt(1, 7); i++) {
            weights.put("v" + i, random.nextInt(4) == 0 ? 0 : random.nextInt(1000));
        }
        weights.merge("v0", 1, Integer::sum);
        double sum = weights.values().stream().mapToInt(Integer::intValue).sum();

        var scaled = ShiftableRoutes.scaled(weights);

        weights.forEach((name, weight) ->
                assertThat(Math.abs(scaled.percent(name) - 100 * weight / sum)).isLessThan(1));
        assertThat(ShiftableRoutes.scaled(new LinkedHashMap<>(scaled.percentBySubset())))
                .isEqualTo(scaled);
    }

    private ConfigSnapshot config() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CONFIG);
        return switch (FileSource.readOnce(folder)) {
            case Result.Ok<ConfigSnapshot>(var config, _) -> config;
            case Result.Err<ConfigSnapshot>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static TrafficSplit split(Object... namesAndPercents) {
        var split = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < namesAndPercents.length; i += 2) {
            split.put((String) namesAndPercents[i], (Integer) namesAndPercents[i + 1]);
        }
        return new TrafficSplit(split);
    }
}
