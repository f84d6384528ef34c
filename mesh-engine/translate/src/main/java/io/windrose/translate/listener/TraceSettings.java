package io.windrose.translate.listener;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKey;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKind;
import io.envoyproxy.envoy.type.tracing.v3.CustomTag;
import io.envoyproxy.envoy.type.v3.Percent;
import io.windrose.translate.scope.ProxyScope;

/// How requests are sampled, and what spans say about this workload. No provider stands here: that
/// takes a Telemetry resource, and without one no span is sent.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/tracing.go`
final class TraceSettings {
    /// Of all requests that arrive without a sampling decision, in percent: Istio's default.
    private static final double RANDOM_SAMPLING = 1.0;

    private static final String CANONICAL_NAME = "service.istio.io/canonical-name";
    private static final String CANONICAL_REVISION = "service.istio.io/canonical-revision";

    private TraceSettings() {}

    static HttpConnectionManager.Tracing of(ProxyScope scope) {
        var proxy = scope.proxy();
        var labels = scope.workloadLabels();
        return HttpConnectionManager.Tracing.newBuilder()
                .setClientSampling(percent(100))
                .setRandomSampling(percent(RANDOM_SAMPLING))
                .setOverallSampling(percent(100))
                .addCustomTags(dryRun("allow_policy.name", "allow_shadow_effective_policy_id"))
                .addCustomTags(dryRun("allow_policy.result", "allow_shadow_engine_result"))
                .addCustomTags(dryRun("deny_policy.name", "deny_shadow_effective_policy_id"))
                .addCustomTags(dryRun("deny_policy.result", "deny_shadow_engine_result"))
                .addCustomTags(
                        literal(
                                "istio.canonical_revision",
                                labels.get(CANONICAL_REVISION).orElse("latest")))
                .addCustomTags(
                        literal(
                                "istio.canonical_service",
                                labels.get(CANONICAL_NAME).orElse("unknown")))
                .addCustomTags(literal("istio.cluster_id", proxy.clusterId()))
                .addCustomTags(literal("istio.mesh_id", proxy.meshId()))
                .addCustomTags(literal("istio.namespace", proxy.namespace()))
                .build();
    }

    private static Percent percent(double value) {
        return Percent.newBuilder().setValue(value).build();
    }

    private static CustomTag literal(String tag, String value) {
        return CustomTag.newBuilder()
                .setTag(tag)
                .setLiteral(CustomTag.Literal.newBuilder().setValue(value))
                .build();
    }

    /// The verdict of a policy that is only tried out, which the RBAC filter leaves as metadata.
    private static CustomTag dryRun(String tag, String key) {
        var path = MetadataKey.PathSegment.newBuilder().setKey("istio_dry_run_" + key);
        return CustomTag.newBuilder()
                .setTag("istio.authorization.dry_run." + tag)
                .setMetadata(
                        CustomTag.Metadata.newBuilder()
                                .setKind(
                                        MetadataKind.newBuilder()
                                                .setRequest(
                                                        MetadataKind.Request.getDefaultInstance()))
                                .setMetadataKey(
                                        MetadataKey.newBuilder()
                                                .setKey("envoy.filters.http.rbac")
                                                .addPath(path)))
                .build();
    }
}
