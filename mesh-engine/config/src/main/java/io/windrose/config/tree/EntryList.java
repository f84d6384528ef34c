package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Entry;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The entries of a mapping, which cannot change. Where there are many of them, a key is not looked
/// for one by one.
final class EntryList extends AbstractList<Entry> implements RandomAccess {
    private static final int FEW = 24;

    private final Entry[] entries;
    private final @Nullable Map<String, Entry> byKey;

    private EntryList(Entry[] entries) {
        this.entries = entries;
        byKey = entries.length > FEW ? HashMap.newHashMap(entries.length) : null;
        if (byKey != null) {
            for (var entry : entries) {
                byKey.putIfAbsent(entry.key().text(), entry);
            }
        }
    }

    static EntryList of(List<Entry> entries) {
        return entries instanceof EntryList same
                ? same
                : new EntryList(entries.toArray(new Entry[0]));
    }

    @Nullable Entry find(String key) {
        if (byKey != null) {
            return byKey.get(key);
        }
        for (var entry : entries) {
            if (entry.key().text().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public Entry get(int index) {
        return entries[index];
    }

    @Override
    public int size() {
        return entries.length;
    }
}
