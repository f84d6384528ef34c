package io.windrose.config.resource;

/// @param weight share relative to the sum of the route's weights; without meaning for a single one
/// @param headers [HeaderOperations#NONE] for TCP and TLS
public record WeightedDestination(Destination destination, int weight, HeaderOperations headers) {}
