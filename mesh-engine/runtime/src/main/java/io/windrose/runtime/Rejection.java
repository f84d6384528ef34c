package io.windrose.runtime;

/// A resource that was refused; its last good version, if there was one, stays in force.
///
/// @param reason for the person who wrote it: names the part and what would be accepted
public record Rejection(ResourceType type, String name, String reason) {

    /// As a NACK words it.
    public String message() {
        return name + ": " + reason;
    }
}
