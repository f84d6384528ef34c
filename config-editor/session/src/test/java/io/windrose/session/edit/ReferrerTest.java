package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One object of each kind goes that others name.
final class ReferrerTest {
    private static final Path GOES = Path.of("goes.yaml");
    private static final Path STAYS = Path.of("stays.yaml");

    private static final String ROUTE =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: shop}
            spec:
              hosts: [shop.example]
              gateways: [edge, mesh]
              http:
                - match: [{port: 1}]
                  delegate: {name: carts}
                - route: [{destination: {host: carts, subset: v2}}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: other, namespace: shop}
            spec:
              servers:
                - port: {number: 443, name: https, protocol: HTTPS}
                  tls: {mode: SIMPLE, credentialName: cert}
                  hosts: ["*"]
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: callers, namespace: shop}
            spec:
              rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/front]}}]}]
            """;

    private final FolderAnalysis analysis = new FolderAnalysis();

    @ParameterizedTest
    @CsvSource({
        "networking.istio.io/v1, DestinationRule, carts,"
                + " 'spec: {host: carts, subsets: [{name: v2}]}',"
                + " VirtualService shop/shop, subset v2",
        "networking.istio.io/v1, Gateway, edge, 'spec: {}', VirtualService shop/shop, gateways edge",
        "networking.istio.io/v1, VirtualService, carts, 'spec: {}',"
                + " VirtualService shop/shop, name carts",
        "v1, Service, carts, 'spec: {}', VirtualService shop/shop, host carts",
        "v1, Secret, cert, 'data: {}', Gateway shop/other, credentialName cert",
        "v1, ServiceAccount, front, '', AuthorizationPolicy shop/callers,"
                + " principals cluster.local/ns/shop/sa/front",
    })
    void whoNamesWhatGoesIsNamed(
            String version, String kind, String name, String spec, String by, String what) {
        var text =
                "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop}\n%s\n"
                        .formatted(version, kind, name, spec == null ? "" : spec);

        analysis.check(Map.of(GOES, "", STAYS, ROUTE), ConfigSnapshot.EMPTY);

        var left = analysis.leftBehind(GOES, text);
        assertThat(left).extracting(one -> one.place().resource()).containsExactly(by);
        assertThat(left).extracting(Referrer::what).containsExactly(what);
        assertThat(left).extracting(Referrer::object).containsExactly(kind + " shop/" + name);

        analysis.check(Map.of(GOES, "", STAYS, ROUTE + "---\n" + text), ConfigSnapshot.EMPTY);
        assertThat(analysis.leftBehind(GOES, text)).isEqualTo(List.of());
    }
}
