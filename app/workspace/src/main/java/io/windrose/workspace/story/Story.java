package io.windrose.workspace.story;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;
import io.windrose.session.edit.Finding;
import java.util.List;
import java.util.Optional;

/// Everything that is known about a subject at one moment.
///
/// Lists are empty where a part does not concern the subject or where nothing is known.
///
/// @param version shown behind the title; empty for none
/// @param kindLine what the subject is, such as `Service in bookinfo, port 9080, HTTP`
/// @param tiles requests, errors and latency, in this order
/// @param from who calls it, most traffic first
/// @param to whom it calls, most traffic first
/// @param findings what is wrong with the configuration that is about it, worst first
/// @param ill nodes and edges that are not well, worst first
/// @param shift the VirtualService whose split can be dragged; empty where there is none
/// @param file where its most decisive configuration stands; empty where nothing is configured
public record Story(
        Subject subject,
        String title,
        String version,
        String kindLine,
        Headline headline,
        List<Tile> tiles,
        List<ChartStory> charts,
        List<TrafficRow> from,
        List<TrafficRow> to,
        List<ResponseRow> responses,
        List<ConfigRow> config,
        List<Finding> findings,
        List<ProxyRow> proxies,
        List<Mark> marks,
        List<Fact> facts,
        List<IllRow> ill,
        Optional<ResourceId> shift,
        Optional<Place> file) {

    public Story {
        tiles = List.copyOf(tiles);
        charts = List.copyOf(charts);
        from = List.copyOf(from);
        to = List.copyOf(to);
        responses = List.copyOf(responses);
        config = List.copyOf(config);
        findings = List.copyOf(findings);
        proxies = List.copyOf(proxies);
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
        ill = List.copyOf(ill);
    }
}
