package io.windrose.workspace.story;

/// One line of what is known, such as `mTLS measured` and `100 % of requests`.
public record Fact(String label, String value) {}
