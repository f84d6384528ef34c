package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Mistakes in documents of Gateway API.
final class GatewayApiTest {

    @Test
    void whatARouteMustSayTogetherIsChecked() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: gateway.networking.k8s.io/v1
                                kind: HTTPRoute
                                spec:
                                  hostnames: ["Shop.example.com", "*.ok.com", "a.*.com"]
                                  parentRefs: [{name: g, sectionNam: x}]
                                  rules:
                                  - matches:
                                    - path: {value: api}
                                    - path: {type: RegularExpression, value: "("}
                                    - {method: get, headers: [{name: "a b", value: c}]}
                                    filters:
                                    - {type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath}}}
                                    - {type: RequestRedirect, cors: {}}
                                    - {type: RequestRedirect, requestRedirect: {statusCode: 304}}
                                    timeouts: {request: 1s, backendRequest: 1.5s}
                                    backendRefs: [{name: a}, {name: b, port: 0, weight: -1}]
                                  - timeouts: {request: 1s, backendRequest: 2s}
                                """))
                .containsExactly(
                        "4:15 spec.hostnames[0]: `Shop.example.com` is not a host name: use "
                                + "lower-case letters, digits, `-` and `.`. [MESH0125]",
                        "4:47 spec.hostnames[2]: `a.*.com` is not a host name: use lower-case "
                                + "letters, digits, `-` and `.`. [MESH0125]",
                        "5:26 spec.parentRefs[0].sectionNam: There is no field `sectionNam` "
                                + "here; did you mean `sectionName`? [MESH0120]",
                        "8:21 spec.rules[0].matches[0].path.value: `api` is not a path: it "
                                + "begins with `/` and holds no `//`, `/.`, `/..` or `#`. [MESH0125]",
                        "9:46 spec.rules[0].matches[1].path.value: `(` is not a regular "
                                + "expression of RE2: missing closing ). [MESH0125]",
                        "10:16 spec.rules[0].matches[2].method: `get` is not one of GET, HEAD, "
                                + "POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH; did you mean `GET`?"
                                + " [MESH0123]",
                        "10:38 spec.rules[0].matches[2].headers[0].name: `a b` is not the name "
                                + "of a header: use letters, digits and `-`. [MESH0125]",
                        "12:39 spec.rules[0].filters[0].urlRewrite.path.replaceFullPath: The "
                                + "type ReplaceFullPath goes with `replaceFullPath`. [MESH0122]",
                        "13:7 spec.rules[0].filters[1].requestRedirect: A filter of type "
                                + "RequestRedirect needs `requestRedirect`. [MESH0122]",
                        "13:31 spec.rules[0].filters[1].cors: A filter of type RequestRedirect "
                                + "has `requestRedirect` alone. [MESH0124]",
                        "14:61 spec.rules[0].filters[2].requestRedirect.statusCode: 304 is not "
                                + "one of 301, 302, 303, 307, 308. [MESH0123]",
                        "15:45 spec.rules[0].timeouts.backendRequest: `1.5s` is not a duration;"
                                + " write for example 5s, 250ms or 1h30m. [MESH0125]",
                        "16:19 spec.rules[0].backendRefs[0].port: A Service is referred to with"
                                + " its `port`. [MESH0122]",
                        "16:46 spec.rules[0].backendRefs[1].port: 0 is not from 1 to 65535. "
                                + "[MESH0126]",
                        "16:57 spec.rules[0].backendRefs[1].weight: -1 is not from 0 to "
                                + "1000000. [MESH0126]",
                        "14:7 spec.rules[0].filters[2]: There is a filter of type "
                                + "RequestRedirect already. [MESH0127]",
                        "11:5 spec.rules[0].filters: A redirect goes nowhere, so that "
                                + "URLRewrite does not go with it. [MESH0124]",
                        "16:5 spec.rules[0].backendRefs: A redirect goes nowhere, so that "
                                + "`backendRefs` do not go with it. [MESH0124]",
                        "17:45 spec.rules[1].timeouts.backendRequest: Each try may not take "
                                + "longer than the whole request, 1s. [MESH0124]");
    }

    @Test
    void whatAListenerMustSayTogetherIsChecked() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: gateway.networking.k8s.io/v1
                                kind: Gateway
                                spec:
                                  gatewayClassName: istio
                                  listeners:
                                  - {name: http, port: 80, protocol: HTTP, tls: {mode: Terminate}}
                                  - {name: http, port: 443, protocol: HTTPS, tls: {mode: Passthrough}}
                                  - {name: tcp, port: 70000, protocol: TCP, hostname: a.example.com}
                                  - {name: Tls, protocol: TLS, tls: {mode: Terminat}}
                                """))
                .containsExactly(
                        "6:44 spec.listeners[0].tls.certificateRefs: To end TLS a listener "
                                + "needs `certificateRefs`, or `options`. [MESH0122]",
                        "6:44 spec.listeners[0].tls: A listener for HTTP has no `tls`; use "
                                + "HTTPS or TLS. [MESH0124]",
                        "7:46 spec.listeners[1].tls: A listener for HTTPS ends TLS; use the "
                                + "protocol TLS with Passthrough. [MESH0124]",
                        "7:5 spec.listeners[1]: There is an item with the name `http` already. "
                                + "[MESH0127]",
                        "8:23 spec.listeners[2].port: 70000 is not from 1 to 65535. [MESH0126]",
                        "8:55 spec.listeners[2].hostname: A listener for TCP cannot tell hosts "
                                + "apart. [MESH0124]",
                        "9:12 spec.listeners[3].name: `Tls` is not a name: use lower-case "
                                + "letters, digits, `-` and `.`. [MESH0125]",
                        "9:44 spec.listeners[3].tls.mode: `Terminat` is not one of Terminate, "
                                + "Passthrough; did you mean `Terminate`? [MESH0123]",
                        "9:5 spec.listeners[3].port: `port` is required. [MESH0122]");
    }

    @Test
    void policiesAndGrantsSayWhatTheyAreAbout() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: gateway.networking.k8s.io/v1
                                kind: BackendTLSPolicy
                                spec:
                                  targetRefs: [{kind: Service, name: a}]
                                  validation: {hostname: "*.a.com"}
                                """))
                .containsExactly(
                        "4:16 spec.targetRefs[0].group: `group` is required. [MESH0122]",
                        "5:26 spec.validation.hostname: `*.a.com` is not a host name: use "
                                + "lower-case letters, digits, `-` and `.` without a wildcard. [MESH0125]",
                        "5:3 spec.validation: This needs `caCertificateRefs` or "
                                + "`wellKnownCACertificates`. [MESH0122]");
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: gateway.networking.k8s.io/v1beta1
                                kind: ReferenceGrant
                                spec:
                                  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute}]
                                  to: []
                                """))
                .containsExactly(
                        "4:10 spec.from[0].namespace: `namespace` is required. [MESH0122]",
                        "5:3 spec.to: This must not be an empty list. [MESH0122]");
    }
}
