package io.windrose.conformance.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random text of objects that say where requests go. All of them are in namespace `shop`.
final class Rules {
    static final String DOMAIN = ".shop.svc.cluster.local";

    private static final List<String> CONDITIONS =
            List.of(
                    "uri: {exact: /a}",
                    "uri: {exact: /a/b}",
                    "uri: {exact: /b}",
                    "uri: {prefix: /}",
                    "uri: {prefix: /a}",
                    "uri: {prefix: /a/b}",
                    "uri: {prefix: /ab}",
                    "uri: {prefix: /b}");
    private static final List<String> USERS = List.of("exact: ann", "prefix: an", "exact: bob");

    private final Random random;
    private final boolean excluding;
    private final StringBuilder text = new StringBuilder();

    Rules(long seed) {
        random = new Random(seed);
        excluding = random.nextInt(3) == 0;
    }

    /// A mesh of a client and some services `s0`, `s1` ..., each with Pods of `v1` and `v2`.
    static String mesh(long seed) {
        var rules = new Rules(seed);
        int services = 2 + rules.random.nextInt(3);
        rules.add("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        rules.pod("client", "client", "v1", "10.0.0.1");
        for (int i = 0; i < services; i++) {
            rules.service(i);
        }
        for (int i = 0; i < services; i++) {
            if (rules.random.nextInt(4) > 0) {
                rules.destinationRule(i);
            }
        }
        for (int i = 0; i < services; i++) {
            if (rules.random.nextInt(4) > 0) {
                rules.virtualService(i, services);
            }
        }
        return rules.text.toString();
    }

    private void add(String document) {
        text.append("---\n").append(document.strip()).append('\n');
    }

    private void pod(String name, String app, String version, String address) {
        add(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: shop
                  labels: {app: %s, version: %s, security.istio.io/tlsMode: istio}
                spec: {containers: [{name: istio-proxy, image: proxyv2}]}
                status:
                  phase: Running
                  podIP: %s
                  podIPs: [{ip: %s}]
                  conditions: [{type: Ready, status: "True"}]
                """
                        .formatted(name, app, version, address, address));
    }

    private void service(int i) {
        add(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: s%d, namespace: shop}
                spec:
                  clusterIP: 10.1.0.%d
                  selector: {app: s%d}
                  ports: [{name: http, port: 80, targetPort: 8080}]
                """
                        .formatted(i, i + 1, i));
        pod("s%d-v1".formatted(i), "s" + i, "v1", "10.2.%d.1".formatted(i));
        pod("s%d-v2".formatted(i), "s" + i, "v2", "10.2.%d.2".formatted(i));
        endpoints(i);
    }

    private void endpoints(int i) {
        add(
                """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: s%1$d
                  namespace: shop
                  labels: {kubernetes.io/service-name: s%1$d}
                addressType: IPv4
                ports: [{name: http, port: 8080}]
                endpoints:
                  - addresses: [10.2.%1$d.1]
                    conditions: {ready: true}
                    targetRef: {kind: Pod, name: s%1$d-v1, namespace: shop}
                  - addresses: [10.2.%1$d.2]
                    conditions: {ready: true}
                    targetRef: {kind: Pod, name: s%1$d-v2, namespace: shop}
                """
                        .formatted(i));
    }

    private String host(int i) {
        return random.nextBoolean() ? "s" + i : "s" + i + DOMAIN;
    }

    private void destinationRule(int i) {
        var subsets = new ArrayList<String>();
        for (int version = 1; version <= 3; version++) {
            if (random.nextInt(3) > 0) {
                subsets.add("{name: v%d, labels: {version: v%d}}".formatted(version, version));
            }
        }
        add(
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: s%d, namespace: shop}
                spec:
                  host: %s
                  subsets: [%s]
                """
                        .formatted(i, host(i), String.join(", ", subsets)));
    }

    private void virtualService(int i, int services) {
        var rules = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int rule = 0; rule < count; rule++) {
            rules.append("    - name: r").append(rule).append('\n');
            matches(rules, rule == count - 1);
            rules.append("      route: [").append(route(services)).append("]\n");
        }
        add(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: s%d, namespace: shop}
                spec:
                  hosts: [%s]
                  http:
                %s\
                """
                        .formatted(i, host(i), rules));
    }

    private void matches(StringBuilder rule, boolean last) {
        int count = random.nextInt(last ? 2 : 3);
        if (count == 0 && !last && random.nextInt(3) > 0) {
            count = 1;
        }
        if (count > 0) {
            rule.append("      match:\n");
        }
        for (int i = 0; i < count; i++) {
            rule.append("        - {name: m").append(i).append(condition()).append("}\n");
        }
    }

    private String condition() {
        var condition = new StringBuilder();
        if (random.nextInt(5) > 0) {
            condition.append(", ").append(any(CONDITIONS));
        }
        if (random.nextInt(4) == 0) {
            condition.append(", headers: {x-user: {").append(any(USERS)).append("}}");
        }
        if (excluding && condition.indexOf("headers") < 0 && random.nextInt(6) == 0) {
            condition.append(", withoutHeaders: {x-user: {").append(any(USERS)).append("}}");
        }
        if (condition.isEmpty() || random.nextInt(5) == 0) {
            condition.append(", method: {exact: ").append(random.nextBoolean() ? "GET}" : "POST}");
        }
        return condition.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String route(int services) {
        if (random.nextInt(3) > 0) {
            return "{destination: " + destination(services) + "}";
        }
        return "{destination: %s, weight: 40}, {destination: %s, weight: 60}"
                .formatted(destination(services), destination(services));
    }

    private String destination(int services) {
        var host = random.nextInt(8) == 0 ? "ghost" : host(random.nextInt(services));
        var subset = random.nextBoolean() ? "" : ", subset: v" + (1 + random.nextInt(3));
        return "{host: " + host + subset + "}";
    }
}
