package io.windrose.config.resource;

public record KubeNamespace(ObjectMeta meta, Origin origin) implements Resource {}
