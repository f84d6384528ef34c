package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Conditions on a request that must all hold.
///
/// @param headers by lower-case name
/// @param withoutHeaders must not hold; a missing header is not a match of the condition
/// @param ignoreUriCase for exact and prefix matches of `uri`
/// @param port of the service; 0 for any
/// @param sourceLabels of the calling workload
/// @param sourceNamespace of the calling workload; empty for any
/// @param gateways replaces that of the VirtualService; empty keeps it
/// @param statPrefix empty for none
public record HttpMatch(
        String name,
        Optional<StringMatch> uri,
        Optional<StringMatch> scheme,
        Optional<StringMatch> method,
        Optional<StringMatch> authority,
        SortedMap<String, StringMatch> headers,
        SortedMap<String, StringMatch> withoutHeaders,
        SortedMap<String, StringMatch> queryParams,
        boolean ignoreUriCase,
        int port,
        Selector sourceLabels,
        String sourceNamespace,
        List<String> gateways,
        String statPrefix) {

    public HttpMatch {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        withoutHeaders = Collections.unmodifiableSortedMap(new TreeMap<>(withoutHeaders));
        queryParams = Collections.unmodifiableSortedMap(new TreeMap<>(queryParams));
        gateways = List.copyOf(gateways);
    }
}
