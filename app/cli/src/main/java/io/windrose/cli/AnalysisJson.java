package io.windrose.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrose.analysis.Code;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Findings for scripts; the members are a contract. A finding with several codes is an item for
/// each, and `also` has the others; `cluster` is there where clusters have names.
final class AnalysisJson {
    private static final JsonMapper JSON = new JsonMapper();

    private AnalysisJson() {}

    static String of(List<Told> findings) {
        return findings.isEmpty() ? "[]" : items(findings).toPrettyString();
    }

    /// The same as YAML, each text in the quotes of JSON.
    static String yaml(List<Told> findings) {
        var items = items(findings);
        return items.isEmpty()
                ? "[]"
                : items.valueStream().map(AnalysisJson::yaml).collect(Collectors.joining("\n"));
    }

    private static String yaml(JsonNode item) {
        return item.propertyStream()
                .map(member -> member.getKey() + ": " + member.getValue())
                .collect(Collectors.joining("\n  ", "- ", ""));
    }

    private static ArrayNode items(List<Told> findings) {
        var items = JSON.createArrayNode();
        for (var told : findings) {
            for (var code : told.finding().codes()) {
                add(items, told, code);
            }
        }
        return items;
    }

    private static void add(ArrayNode items, Told told, Code code) {
        var finding = told.finding();
        var place = finding.place();
        var item = items.addObject();
        item.put("code", code.id());
        if (!told.cluster().isEmpty()) {
            item.put("cluster", told.cluster());
        }
        item.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        item.put("resource", place.resource());
        item.put("message", finding.message());
        item.put("file", place.file());
        item.put("line", known(place.line()));
        item.put("column", known(place.column()));
        item.put("path", place.path());
        item.put("reference", code.reference());
        var also = item.putArray("also");
        finding.codes().stream().filter(one -> !one.equals(code)).map(Code::id).forEach(also::add);
        var fixes = item.putArray("fixes");
        finding.fixes().forEach(fix -> fixes.add(fix.title()));
    }

    private static @Nullable Integer known(int position) {
        return position > 0 ? position : null;
    }
}
