package io.windrose.analysis.check.extension;

import io.windrose.config.patch.Value;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Items;
import io.windrose.config.patch.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;

/// The field `targetRefs`, as repairs write it.
final class TargetRefs {
    private TargetRefs() {}

    static Items to(String gateway) {
        var reference = new LinkedHashMap<String, Value>();
        reference.put("group", new Text("gateway.networking.k8s.io"));
        reference.put("kind", new Text("Gateway"));
        reference.put("name", new Text(gateway));
        return new Items(List.of(new Fields(reference)));
    }
}
