package io.windrose.config.patch;

/// What comes new into a collection.
///
/// @param index of the member that it stands beside
/// @param below whether it stands below that member, not above
/// @param key empty for an item of a list
record Insertion(int index, boolean below, String key, Value value) {

    /// The index of the member that follows it.
    int before() {
        return below ? index + 1 : index;
    }
}
