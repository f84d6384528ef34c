package io.windrose.desktop.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `screenshot` can be asked for.
enum ScreenName {
    WELCOME,
    TOPOLOGY,
    SERVICE,
    WORKLOAD,
    CONFIG,
    CANARY,
    PROXIES,
    AUTHORIZATION,
    CERTIFICATES,
    TRACES,
    EXPLAIN,
    ENGINE;

    static Optional<ScreenName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    /// As it is written on the command line.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it shows a mesh, so that one must be named.
    boolean needsMesh() {
        return this != WELCOME;
    }

    /// The id of the screen of the shell that it is drawn on; empty where there is none.
    Optional<String> shellScreen() {
        return switch (this) {
            case WELCOME, TOPOLOGY, SERVICE, WORKLOAD -> Optional.of("topology");
            case CONFIG -> Optional.of("config");
            case CANARY -> Optional.of("canary");
            case PROXIES -> Optional.of("proxies");
            case AUTHORIZATION, CERTIFICATES, TRACES, EXPLAIN, ENGINE -> Optional.empty();
        };
    }

    /// What is selected when nothing else is asked for: the sandbox's service with versions.
    Optional<Focus> defaultFocus() {
        return switch (this) {
            case SERVICE -> Optional.of(new Focus("service", "default", "reviews", ""));
            case WORKLOAD -> Optional.of(new Focus("workload", "default", "reviews-v3", ""));
            default -> Optional.empty();
        };
    }

    static String words() {
        return Arrays.stream(values())
                .filter(name -> name.shellScreen().isPresent())
                .map(ScreenName::word)
                .collect(Collectors.joining(", "));
    }
}
