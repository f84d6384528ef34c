package io.windrose.config.resource;

public record KubeServiceAccount(ObjectMeta meta, Origin origin) implements Resource {}
