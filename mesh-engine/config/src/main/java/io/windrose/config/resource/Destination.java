package io.windrose.config.resource;

/// A service, or a subset of one.
///
/// @param host as written: a short name is not completed
/// @param subset empty for the whole service
/// @param port 0 for the service's only port, or that of the listener
public record Destination(String host, String subset, int port) {}
