package io.windrose.workspace.session;

/// Whether the person may change what is connected.
public sealed interface Access {

    record MayEdit() implements Access {}

    /// @param missing the right or circumstance that lacks, e.g. `the folder is not writable`
    record MayRead(String missing) implements Access {}
}
