package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.syntax.PromQl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kinds that people keep beside a mesh.
final class KubernetesKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up{job=\"istiod\"} == 0",
                "histogram_quantile(0.99, sum by (le) (rate(x_bucket[5m]))) > 1000",
                "rate(a{code!~\"2..\"}[5m]) / on(pod) group_left(node) rate(b[5m]) > bool 0.1",
                "sum(rate(x[5m] offset 1h)) without (pod) or vector(0)",
                "max_over_time(rate(x[1m])[10m:30s])",
                "-2 ^ 3 * (time() - x @ start()) # why",
                "topk(3, {__name__=~'istio.*', a=\"b\",})",
                "count_values(\"version\", build_info) and absent(x)",
                "1e3 + 0x1f + inf",
                "SUM(rate(x{a=`\\d`, b='\\x41'}[300] offset -1w)) BY (on)",
                "{\"with.dots\", \"a b\"=\"c\"} > 5m",
            })
    void whatPrometheusTakesIsTaken(String expression) {
        assertThat(PromQl.problem(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rate(x)             | `rate` needs a range of time, as in `[5m]`.
                    rat(x[5m])          | There is no function `rat`; did you mean `rad`?
                    sum(x[5m])          | `sum` works on values, not on a range of time.
                    up ==               | This is not an expression of Prometheus: at character 6 there must be a metric, a function, a number or `(`, not the end.
                    up{job=istiod}      | This is not an expression of Prometheus: at character 8 there must be a value in quotes, not `istiod`.
                    (up                 | This is not an expression of Prometheus: at character 4 there must be `)`, not the end.
                    x[5 minutes]        | This is not an expression of Prometheus: at character 5 there must be `]`, not `minutes`.
                    x[30s5m]            | This is not an expression of Prometheus: at character 3 there must be a duration such as 5m, not `30s5m`.
                    x offset 5m [1m]    | `offset` and `@` stand behind the range.
                    rate(sum(x)[5m])    | A range such as [5m] goes with a metric; write [5m:] for a result.
                    clamp(x, 1)         | `clamp` takes 3 arguments, not 2.
                    round(x, 1, 2)      | `round` takes 1 or 2 arguments, not 3.
                    vector(x)           | `vector` needs a number here, not values.
                    abs(x,)             | This is not an expression of Prometheus: at character 7 there must be a metric, a function, a number or `(`, not `)`.
                    1 == 2              | Two numbers are compared with `== bool`.
                    x and 1             | `and` works on values of series, not on a number.
                    {a=~".*"}           | This selects every series; one label at least must not be empty.
                    x{a=~"("}           | `(` is not a regular expression of RE2: missing closing ).
                    x{a="\\d"}           | This is not an expression of Prometheus: at character 5 there must be a value in quotes, not `"\\d"}`.
                    up up               | This is not an expression of Prometheus: at character 4 there must be an operator or the end, not `up`.
                    """)
    void whatPrometheusRefusesIsExplained(String expression, String sentence) {
        assertThat(PromQl.problem(expression)).contains(sentence);
    }

    @Test
    void depthIsBounded() {
        assertThat(PromQl.problem("(".repeat(5_000))).isPresent();
        assertThat(PromQl.problem("-".repeat(5_000) + "1")).isPresent();
        assertThat(PromQl.problem("1^".repeat(9_000) + "1")).isPresent();
        assertThat(PromQl.problem("1+".repeat(9_000) + "1")).isEmpty();
    }

    @Test
    void amountsAreNumbersOrText() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: v1
                                kind: ResourceQuota
                                metadata: {name: a}
                                spec:
                                  hard: {requests.cpu: 4, limits.cpu: 500m, memory: 1GiB}
                                  scopes:
                                """))
                .containsExactly(
                        "5:53 spec.hard.memory: `1GiB` is not an amount; write for example 2, 500m"
                                + " or 1Gi. [MESH0125]");
    }

    @Test
    void aBudgetSaysOneOfTwo() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: policy/v1
                                kind: PodDisruptionBudget
                                metadata: {name: a}
                                spec: {minAvailable: 1, maxUnavailable: 25%, selectr: {}}
                                """))
                .containsExactly(
                        "4:46 spec.selectr: There is no field `selectr` here; did you mean"
                                + " `selector`? [MESH0120]",
                        "4:41 spec.maxUnavailable: `minAvailable` and `maxUnavailable` exclude one"
                                + " another; keep one. [MESH0124]");
    }

    @Test
    void aWebhookSaysWhereItListens() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: admissionregistration.k8s.io/v1
                                kind: ValidatingWebhookConfiguration
                                metadata: {name: a}
                                webhooks:
                                - name: rev.validation.istio.io
                                  clientConfig: {service: {namespace: istio-system, name: istiod}}
                                  rules:
                                  - operations: [CREATE, UPDATED]
                                    apiGroups: ["*"]
                                  sideEffects: None
                                  admissionReviewVersions: [v1]
                                - name: b
                                  clientConfig: {}
                                  sideEffects: None
                                  admissionReviewVersions: [v1]
                                """))
                .containsExactly(
                        "8:26 webhooks[0].rules[0].operations[1]: `UPDATED` is not one of CREATE,"
                                + " UPDATE, DELETE, CONNECT, *; did you mean `UPDATE`? [MESH0123]",
                        "13:3 webhooks[1].clientConfig: This needs `url` or `service`."
                                + " [MESH0122]");
    }

    @Test
    void anExpressionOfARuleIsJudged() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: monitoring.coreos.com/v1
                                kind: PrometheusRule
                                metadata: {name: a}
                                spec:
                                  groups:
                                  - name: g
                                    rules:
                                    - {alert: A, expr: rate(x) > 0, for: 5 minutes}
                                    - {expr: 1}
                                    - {record: a, expr: 1, for: 0s, annotations: {a: b}}
                                """))
                .containsExactly(
                        "8:24 spec.groups[0].rules[0].expr: `rate` needs a range of time, as in"
                                + " `[5m]`. [MESH0125]",
                        "8:42 spec.groups[0].rules[0].for: `5 minutes` is not a duration of"
                                + " Prometheus; write for example 30s, 5m or 1d. [MESH0125]",
                        "9:7 spec.groups[0].rules[1]: This needs `alert` or `record`. [MESH0122]",
                        "10:37 spec.groups[0].rules[2].annotations: A figure that is worked out has"
                                + " no `annotations`; an alert has. [MESH0124]");
    }
}
