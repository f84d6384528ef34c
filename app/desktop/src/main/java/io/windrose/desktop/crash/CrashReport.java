package io.windrose.desktop.crash;

import java.nio.file.Path;
import java.util.Optional;

/// What is known of one bug, without anything secret.
///
/// @param headline one line: what was thrown
/// @param text the whole report
/// @param file where it lies; empty if it could not be written
public record CrashReport(String headline, String text, Optional<Path> file) {}
