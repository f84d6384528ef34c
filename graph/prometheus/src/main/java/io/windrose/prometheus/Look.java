package io.windrose.prometheus;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What some pages of metrics said at about one moment.
public final class Look {
    private final Instant at;
    private final SequencedMap<String, Page> pages;

    /// @param at when it had arrived
    record Page(Exposition counters, Instant at) {}

    Look(Instant at, SequencedMap<String, Page> pages) {
        this.at = at;
        this.pages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pages));
    }

    /// @param textByPage exposition text by whatever tells one page from another; lines that cannot
    ///   be read are left out
    public static Look of(Instant at, Map<String, String> textByPage) {
        var pages = new LinkedHashMap<String, Page>();
        textByPage.forEach((name, text) -> pages.put(name, new Page(Exposition.parse(text), at)));
        return new Look(at, pages);
    }

    /// When the last of the pages had arrived.
    public Instant at() {
        return at;
    }

    /// Only those that answered.
    SequencedMap<String, Page> pages() {
        return pages;
    }
}
