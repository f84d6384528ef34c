package io.windrose.config.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// One file as it was read and as it shall be.
///
/// @param before what the edit was made from, to the byte
/// @param resource what it is about, `Kind namespace/name`
/// @param summary what it does, for the history, e.g. `v1=75 v2=25`
public record FileEdit(Path file, String before, String after, String resource, String summary) {

    byte[] bytesBefore() {
        return before.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytesAfter() {
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
