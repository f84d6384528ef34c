package io.windrose.proxy.xds;

import com.google.protobuf.InvalidProtocolBufferException;
import io.windrose.kernel.Live;
import io.windrose.telemetry.ServerStats;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Takes each response apart: what is good comes into force, what is bad is named and leaves what
/// was there before. Confined to the client's owner.
final class Acceptance {
    private final ResourceSink sink;
    private final InstantSource clock;
    private final ServerStats stats;
    private final Live<XdsLedger> ledger = new Live<>(XdsLedger.EMPTY);

    /// @param refusal the error detail; empty when all was good
    record Verdict(String refusal, Map<XdsType, Set<String>> wanted) {}

    Acceptance(ResourceSink sink, InstantSource clock, ServerStats stats) {
        this.sink = sink;
        this.clock = clock;
        this.stats = stats;
        for (var type : XdsType.values()) {
            count(type, "update_success", 0);
            count(type, "update_rejected", 0);
            count(type, "update_attempt", 0);
        }
    }

    Live<XdsLedger> ledger() {
        return ledger;
    }

    Verdict take(XdsUpdate update) {
        var type = update.type();
        var before = ledger.get();
        var reasons = new LinkedHashMap<String, String>();
        var offered = new TreeMap<>(before.accepted(type));
        var fresh = unpacked(update, reasons);
        offered.putAll(fresh);
        offered.keySet().removeAll(update.removed());

        var outcome = sink.apply(before.with(type, offered, Collections.emptySortedMap()));
        for (var rejection : outcome.rejections()) {
            if (rejection.type() == type && fresh.containsKey(rejection.name())) {
                reasons.putIfAbsent(rejection.name(), rejection.reason());
            }
        }
        ledger.set(settled(before, update, offered, reasons));
        count(type, "update_attempt", 1);
        count(type, reasons.isEmpty() ? "update_success" : "update_rejected", 1);
        return new Verdict(refusal(reasons), outcome.wanted());
    }

    private SortedMap<String, XdsResource> unpacked(XdsUpdate update, Map<String, String> reasons) {
        var fresh = new TreeMap<String, XdsResource>();
        for (var sent : update.resources()) {
            try {
                var message = update.type().unpack(sent.resource());
                var name = sent.name().isEmpty() ? XdsType.name(message) : sent.name();
                var resource = new XdsResource(name, sent.version(), message, clock.instant());
                if (fresh.put(name, resource) != null) {
                    reasons.put(name, "occurs twice in one response");
                }
            } catch (InvalidProtocolBufferException wrong) {
                reasons.put(sent.name(), "cannot be read: " + wrong.getMessage());
            }
        }
        return fresh;
    }

    /// The ledger with the good resources new and the bad ones as they were.
    private XdsLedger settled(
            XdsLedger before,
            XdsUpdate update,
            SortedMap<String, XdsResource> offered,
            Map<String, String> reasons) {
        var type = update.type();
        var accepted = new TreeMap<>(offered);
        var refused = new TreeMap<>(before.refused(type));
        for (var sent : update.resources()) {
            refused.remove(sent.name());
        }
        refused.keySet().removeAll(update.removed());
        reasons.forEach((name, reason) -> {
            var bad = offered.get(name);
            var version = bad == null ? "" : bad.version();
            refused.put(name, new RefusedResource(name, version, reason, clock.instant()));
            var old = before.accepted(type).get(name);
            if (old == null) {
                accepted.remove(name);
            } else {
                accepted.put(name, old);
            }
        });
        return before.with(type, accepted, refused);
    }

    private static String refusal(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private void count(XdsType type, String what, long number) {
        stats.counter(type.statPrefix() + what).add(number);
    }
}
