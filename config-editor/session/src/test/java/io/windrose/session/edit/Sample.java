package io.windrose.session.edit;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.List;

/// A VirtualService, and the configuration around it.
final class Sample {
    static final Path FILE = Path.of("/mesh/reviews.yaml");

    static final String ROUTES =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews
              namespace: bookinfo
            spec:
              hosts:
              - reviews
              http:
              - name: everyone
                timeout: 2s
                retries:
                  attempts: 3
                route:
                - destination:
                    host: reviews
                    subset: v1
            """;

    private static final String AROUND =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: bookinfo}
            spec: {ports: [{name: http, port: 9080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ratings, namespace: bookinfo}
            spec: {ports: [{name: http, port: 9080}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: bookinfo}
            spec:
              host: reviews
              subsets:
              - {name: v1, labels: {version: v1}}
              - {name: v2, labels: {version: v2}}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: public, namespace: bookinfo}
            spec:
              selector: {istio: ingressgateway}
              servers:
              - port: {number: 80, name: http, protocol: HTTP}
                hosts: ["*"]
            """;

    private Sample() {}

    static ConfigSnapshot around() {
        return switch (ConfigReader.read("/mesh/around.yaml", AROUND)) {
            case Result.Ok<List<Resource>>(var resources, _) -> ConfigSnapshot.of(resources);
            case Result.Err<List<Resource>>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    /// The labels that are proposed where `|` stands, which is taken out.
    static List<String> proposed(String withCaret) {
        return completion(withCaret).proposals().stream().map(Completion.Proposal::label).toList();
    }

    static Completion completion(String withCaret) {
        int caret = withCaret.indexOf('|');
        var text = withCaret.replace("|", "");
        return Completion.at(FILE, text, caret, around());
    }

    static Diagnosis diagnosis(String text) {
        return Diagnostics.of(FILE, text, around());
    }
}
