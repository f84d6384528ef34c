package io.windrose.proxy.xds;

import com.google.protobuf.Message;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that the control plane has sent and that is in force, and what was refused.
/// Unchanging; it outlives streams, so that a proxy runs on without its control plane.
///
/// @param accepted by type and name
/// @param refused the newest refusal by type and name; gone once a later version is accepted
public record XdsLedger(
        Map<XdsType, SortedMap<String, XdsResource>> accepted,
        Map<XdsType, SortedMap<String, RefusedResource>> refused) {
    public static final XdsLedger EMPTY = new XdsLedger(Map.of(), Map.of());

    public SortedMap<String, XdsResource> accepted(XdsType type) {
        return accepted.getOrDefault(type, Collections.emptySortedMap());
    }

    public SortedMap<String, RefusedResource> refused(XdsType type) {
        return refused.getOrDefault(type, Collections.emptySortedMap());
    }

    /// The messages in force, by name.
    public SortedMap<String, Message> messages(XdsType type) {
        var messages = new TreeMap<String, Message>();
        accepted(type).forEach((name, resource) -> messages.put(name, resource.message()));
        return messages;
    }

    /// Versions by name, as a stream that begins tells them.
    SortedMap<String, String> versions(XdsType type) {
        var versions = new TreeMap<String, String>();
        accepted(type).forEach((name, resource) -> versions.put(name, resource.version()));
        return versions;
    }

    XdsLedger with(
            XdsType type,
            SortedMap<String, XdsResource> nowAccepted,
            SortedMap<String, RefusedResource> nowRefused) {
        return new XdsLedger(
                replaced(accepted, type, nowAccepted), replaced(refused, type, nowRefused));
    }

    private static <T> Map<XdsType, SortedMap<String, T>> replaced(
            Map<XdsType, SortedMap<String, T>> all, XdsType type, SortedMap<String, T> changed) {
        var next = new EnumMap<XdsType, SortedMap<String, T>>(XdsType.class);
        next.putAll(all);
        next.put(type, Collections.unmodifiableSortedMap(changed));
        return Collections.unmodifiableMap(next);
    }
}
