package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileSource;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// A folder with the configuration of a small bookshop, and the view model of a screen on it.
///
/// @param folder where the files lie
/// @param state where the history lies
record Bookshop(Path folder, Path state) {

    static final String REVIEWS =
            """
            # Three versions of reviews share its requests.
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews
              namespace: bookinfo
            spec:
              hosts:
              - reviews
              http:
              - name: testers
                match:
                - headers:
                    end-user:
                      exact: jason
                route:
                - destination:
                    host: reviews
                    subset: v3
              - name: everyone
                timeout: 2s
                retries:
                  attempts: 3
                  perTryTimeout: 500ms
                route:
                - destination:
                    host: reviews
                    subset: v1
                  weight: 50
                - destination:
                    host: reviews
                    subset: v2
                  weight: 40
                - destination:
                    host: reviews
                    subset: v3
                  weight: 10
            """;

    /// Two rules with a balancer of an old name, which can be repaired.
    static final String BALANCERS =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: carts
              namespace: bookinfo
            spec:
              host: carts
              trafficPolicy:
                loadBalancer:
                  simple: LEAST_CONN
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: orders
              namespace: bookinfo
            spec:
              host: orders
              trafficPolicy:
                loadBalancer:
                  simple: LEAST_CONN
            """;

    static Bookshop in(Path root) {
        var shop = new Bookshop(root.resolve("mesh"), root.resolve("state"));
        shop.write("reviews.yaml", REVIEWS);
        shop.write("rules.yaml", rules());
        shop.write("gateway.yaml", gateway());
        shop.write("payments.yaml", payments());
        return shop;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), text);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// Takes a file away, and puts a folder there that cannot be read.
    void spoil(String name) {
        try {
            Files.delete(file(name));
            Files.createSymbolicLink(file("loop"), folder);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    ConfigViewModel model(Owner fx, Executor blocking, Timer timer) {
        var edited = new EditedFolder(folder, state, InstantSource.system());
        var model = new ConfigViewModel(new ConfigViewModel.Ports(edited, fx, blocking, timer));
        model.show(snapshot());
        return model;
    }

    ConfigSnapshot snapshot() {
        return switch (FileSource.readOnce(folder)) {
            case Result.Ok<ConfigSnapshot>(var snapshot, _) -> snapshot;
            case Result.Err<ConfigSnapshot>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static String rules() {
        var text = new StringBuilder();
        for (var name : new String[] {"details", "productpage", "ratings"}) {
            text.append(rule(name, "v1")).append("---\n");
        }
        return text.append(rule("reviews", "v1", "v2", "v3")).toString();
    }

    private static String rule(String host, String... versions) {
        var text =
                new StringBuilder(
                        """
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata:
                          name: %s
                          namespace: bookinfo
                        spec:
                          host: %s
                          subsets:
                        """
                                .formatted(host, host));
        for (var version : versions) {
            text.append(
                    "  - name: %s\n    labels:\n      version: %s\n".formatted(version, version));
        }
        return text.toString();
    }

    private static String gateway() {
        return """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata:
          name: bookinfo
          namespace: bookinfo
        spec:
          selector:
            istio: ingressgateway
          servers:
          - port:
              number: 80
              name: http
              protocol: HTTP
            hosts:
            - "*"
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: bookinfo
          namespace: bookinfo
        spec:
          hosts:
          - "*"
          gateways:
          - bookinfo
          http:
          - route:
            - destination:
                host: productpage
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata:
          name: default
          namespace: bookinfo
        spec:
          mtls:
            mode: STRICT
        """;
    }

    private static String payments() {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: payment-service-allow
          namespace: payments
        spec:
          action: ALLOW
          rules:
          - from:
            - source:
                namespaces: [bookinfo]
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: payment-service-deny
          namespace: payments
        spec:
          action: DENI
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: httpbin
          namespace: payments
        spec:
          hosts:
          - httpbin.org
          location: MESH_EXTERNAL
          resolution: DNS
          ports:
          - number: 443
            name: https
            protocol: HTTPS
        """;
    }
}
