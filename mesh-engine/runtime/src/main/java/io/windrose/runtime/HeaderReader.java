package io.windrose.runtime;

import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.windrose.traffic.header.HeaderChange;
import io.windrose.traffic.header.HeaderChange.Existing;
import io.windrose.traffic.header.HeaderChanges;
import io.windrose.traffic.header.TextTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Changes of headers that one level of the routes asks for: removals come first.
final class HeaderReader {
    private final Refusals refusals;

    HeaderReader(Refusals refusals) {
        this.refusals = refusals;
    }

    HeaderChanges changes(List<HeaderValueOption> added, List<String> removed) {
        var changes = new ArrayList<HeaderChange>();
        for (var name : removed) {
            changes.add(new HeaderChange.Remove(modifiable(name)));
        }
        for (var option : added) {
            changes.add(
                    new HeaderChange.Put(
                            modifiable(option.getHeader().getKey()),
                            template(option),
                            existing(option),
                            option.getKeepEmptyValue()));
        }
        return new HeaderChanges(changes);
    }

    private String modifiable(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(":") || lower.equals("host")) {
            refusals.add("the header '" + name + "' cannot be added or removed");
        }
        return lower;
    }

    private TextTemplate template(HeaderValueOption option) {
        var header = option.getHeader();
        try {
            return TextTemplate.parse(
                    header.getRawValue().isEmpty()
                            ? header.getValue()
                            : header.getRawValue().toStringUtf8());
        } catch (IllegalArgumentException e) {
            refusals.add("the value of header '" + header.getKey() + "': " + e.getMessage());
            return new TextTemplate("", List.of());
        }
    }

    @SuppressWarnings("deprecation") // `append` is how older configurations say it
    private static Existing existing(HeaderValueOption option) {
        if (option.hasAppend()) {
            return option.getAppend().getValue() ? Existing.KEEP_AND_ADD : Existing.REPLACE_OR_ADD;
        }
        return switch (option.getAppendAction()) {
            case APPEND_IF_EXISTS_OR_ADD, UNRECOGNIZED -> Existing.KEEP_AND_ADD;
            case ADD_IF_ABSENT -> Existing.KEEP_ALONE;
            case OVERWRITE_IF_EXISTS_OR_ADD -> Existing.REPLACE_OR_ADD;
            case OVERWRITE_IF_EXISTS -> Existing.REPLACE_ONLY;
        };
    }
}
