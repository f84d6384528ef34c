package io.windrose.traffic.header;

import java.util.ArrayList;
import java.util.List;

/// The changes of several levels (weighted cluster, route, virtual host, table), in the order in
/// which they are made.
public record HeaderChanges(List<HeaderChange> changes) {
    public static final HeaderChanges NONE = new HeaderChanges(List.of());

    public HeaderChanges {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public HeaderChanges then(HeaderChanges next) {
        if (next.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(changes);
        all.addAll(next.changes);
        return new HeaderChanges(all);
    }

    public void apply(HeaderEditor headers, TextTemplate.Values values) {
        for (HeaderChange change : changes) {
            switch (change) {
                case HeaderChange.Remove(var name) -> headers.remove(name);
                case HeaderChange.Put put -> put(headers, put, put.value().render(values));
            }
        }
    }

    private static void put(HeaderEditor headers, HeaderChange.Put put, String value) {
        if (value.isEmpty() && !put.keepEmpty()) {
            return;
        }
        var name = put.name();
        switch (put.existing()) {
            case KEEP_AND_ADD -> headers.add(name, value);
            case REPLACE_OR_ADD -> headers.set(name, value);
            case KEEP_ALONE -> {
                if (headers.get(name) == null) {
                    headers.add(name, value);
                }
            }
            case REPLACE_ONLY -> {
                if (headers.get(name) != null) {
                    headers.set(name, value);
                }
            }
        }
    }
}
