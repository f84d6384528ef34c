package io.windrose.translate.route;

import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.windrose.config.resource.HeaderOperations.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Header operations in Envoy's words. The host is no header there, and the other pseudo-headers
/// must not be touched: setting the host becomes a rewrite, the rest is dropped.
///
/// @param rewrittenHost empty to keep the host
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `TranslateHeadersOperations`
record HeaderChanges(
        List<HeaderValueOption> toAdd, List<String> toRemove, Optional<String> rewrittenHost) {

    static HeaderChanges of(Changes changes) {
        var toAdd = new ArrayList<HeaderValueOption>();
        addTo(toAdd, changes.set(), HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD);
        addTo(toAdd, changes.add(), HeaderAppendAction.APPEND_IF_EXISTS_OR_ADD);
        var toRemove =
                changes.remove().stream().filter(name -> !isPseudo(name) && !isHost(name)).toList();
        return new HeaderChanges(
                toAdd, toRemove, host(changes.set()).or(() -> host(changes.add())));
    }

    private static void addTo(
            List<HeaderValueOption> toAdd,
            SortedMap<String, String> values,
            HeaderAppendAction action) {
        values.forEach((name, value) -> {
            if (!isPseudo(name) && !isHost(name)) {
                toAdd.add(
                        HeaderValueOption.newBuilder()
                                .setHeader(HeaderValue.newBuilder().setKey(name).setValue(value))
                                .setAppendAction(action)
                                .build());
            }
        });
    }

    private static Optional<String> host(SortedMap<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> isHost(entry.getKey()))
                .map(entry -> entry.getValue())
                .findFirst();
    }

    private static boolean isHost(String name) {
        return name.equalsIgnoreCase(":authority") || name.equalsIgnoreCase("host");
    }

    private static boolean isPseudo(String name) {
        return name.startsWith(":");
    }
}
