package io.windrose.testkit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an API server says of its groups, versions and resources.
final class Discovery {
    private static final String VERSIONS =
            """
            {"kind": "APIVersions", "apiVersion": "v1", "versions": ["v1"]}
            """;

    private Discovery() {}

    /// @return empty for a path that is no group and no version
    static Optional<String> of(String path) {
        return switch (path) {
            case "/version" ->
                    Optional.of(
                            "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.1\"}");
            case "/api" -> Optional.of(VERSIONS);
            case "/apis" -> Optional.of(groups());
            default -> resources(path.replaceFirst("^/apis?/", ""));
        };
    }

    private static String groups() {
        return Arrays.stream(Listed.values())
                .map(Listed::apiVersion)
                .filter(version -> version.contains("/"))
                .distinct()
                .collect(
                        Collectors.groupingBy(
                                version -> version.substring(0, version.indexOf('/'))))
                .entrySet()
                .stream()
                .map(group ->
                        """
                        {"name": "%s", "versions": [%s]}
                        """
                                .formatted(
                                        group.getKey(),
                                        group.getValue().stream()
                                                .map(Discovery::version)
                                                .collect(Collectors.joining(","))))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"kind\": \"APIGroupList\", \"apiVersion\": \"v1\", \"groups\": [",
                                "]}"));
    }

    private static String version(String groupVersion) {
        return "{\"groupVersion\": \"%s\", \"version\": \"%s\"}"
                .formatted(groupVersion, groupVersion.substring(groupVersion.indexOf('/') + 1));
    }

    private static Optional<String> resources(String groupVersion) {
        var listed =
                Arrays.stream(Listed.values())
                        .filter(one -> one.apiVersion().equals(groupVersion))
                        .map(one ->
                                """
                                {"name": "%s", "kind": "%s", "namespaced": %b, "verbs": ["list", "watch"]}
                                """
                                        .formatted(one.plural(), one.kind(), one.namespaced()))
                        .collect(Collectors.joining(","));
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        """
                        {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "%s", "resources": [%s]}
                        """
                                .formatted(groupVersion, listed));
    }
}
