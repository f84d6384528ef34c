package io.windrose.shell.window;

/// A way out of the present mesh that waits for a word from the person.
///
/// @param lost never empty
/// @param leave goes that way
/// @param stay undoes what was prepared for it
record Departure(Unsaved lost, Runnable leave, Runnable stay) {}
