package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.PrometheusClient;
import io.windrose.prometheus.PrometheusTraffic;
import io.windrose.prometheus.graph.GraphFlags;
import io.windrose.topology.Edge;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Option;

/// Who was observed to call whom, for checks that ask whether anybody does.
final class ObservedCalls {
    private static final String FILE = "prometheus";

    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            description =
                    "Who calls whom, for hosts that a Sidecar hides and retries that multiply.")
    private String prometheus = "";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "With --prometheus: how far to look back; 1h without it.")
    private String duration = "1h";

    /// As the object that checks look for; nothing where nobody asks.
    ///
    /// @param wrong takes why there is none
    /// @see io.windrose.analysis.Kinds#TRAFFIC
    List<MeshObject> read(List<Problem> wrong) {
        if (prometheus.isEmpty()) {
            return List.of();
        }
        var flags = new GraphFlags("workload", "", duration, "", "", "", true, false, "", "");
        var answer =
                flags.read()
                        .then(request ->
                                PrometheusClient.of(prometheus, Limits.DEFAULT)
                                        .then(client ->
                                                request.answer(
                                                        new PrometheusTraffic(
                                                                client, InstantSource.system()),
                                                        MeshFacts.NONE)));
        return switch (answer.map(one -> objects(one.graph().edges().values()))) {
            case Result.Ok<List<MeshObject>>(var objects, var warnings) -> {
                wrong.addAll(warnings);
                yield objects;
            }
            case Result.Err<List<MeshObject>>(var problems) -> {
                wrong.addAll(problems);
                yield List.of();
            }
        };
    }

    private static List<MeshObject> objects(Iterable<Edge> edges) {
        var traffic = new JsonMapper().createObjectNode();
        traffic.put("apiVersion", "windrose.io/v1");
        traffic.put("kind", "Traffic");
        traffic.putObject("metadata").put("name", "observed");
        var calls = traffic.putArray("calls");
        for (var edge : edges) {
            if (edge.key().source() instanceof Node.Workload from
                    && edge.key().target() instanceof Node.Service to) {
                var call = calls.addObject();
                call.put("namespace", from.namespace());
                call.put("workload", from.workload());
                call.put("host", host(to));
            }
        }
        return YamlFile.parse(FILE, traffic.toString()) instanceof Result.Ok<YamlFile>(var yaml, _)
                ? MeshObject.of(yaml)
                : List.of();
    }

    /// Services of Kubernetes are named by their first label there, others in full.
    private static String host(Node.Service service) {
        return service.service().contains(".")
                ? service.service()
                : service.service() + "." + service.namespace() + ".svc.cluster.local";
    }
}
