package io.windrose.translate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that one proxy is sent: per type, resources by name.
///
/// @param byType every type has an entry; resources are in the order of their names
public record XdsResources(Map<XdsType, SortedMap<String, XdsResource>> byType) {
    public static final XdsResources NONE = new XdsResources(Map.of());

    public XdsResources {
        var copy = new EnumMap<XdsType, SortedMap<String, XdsResource>>(XdsType.class);
        for (var type : XdsType.values()) {
            copy.put(
                    type,
                    Collections.unmodifiableSortedMap(
                            new TreeMap<>(byType.getOrDefault(type, new TreeMap<>()))));
        }
        byType = Collections.unmodifiableMap(copy);
    }

    /// Resources by name; empty when there are none.
    public SortedMap<String, XdsResource> of(XdsType type) {
        return byType.getOrDefault(type, Collections.emptySortedMap());
    }
}
