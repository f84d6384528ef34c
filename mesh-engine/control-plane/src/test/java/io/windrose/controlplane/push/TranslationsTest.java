package io.windrose.controlplane.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshSnapshot;
import io.windrose.translate.XdsResources;
import io.windrose.translate.scope.ProxyNode;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TranslationsTest {
    private final List<ProxyScope> translated = new ArrayList<>();
    private final Translations first =
            Translations.of(
                    new MeshVersion(0, MeshSnapshot.EMPTY),
                    scope -> {
                        translated.add(scope);
                        return new XdsResources(Map.of());
                    });

    @Test
    void proxiesWithEqualScopesShareOneTranslation() {
        var a = first.of(node("a", "default"));
        var b = first.of(node("b", "default"));
        var other = first.of(node("c", "other"));

        assertThat(a).isSameAs(b).isNotSameAs(other);
        assertThat(translated).hasSize(2);
    }

    @Test
    void aNewMeshThatChangesNothingForAProxyKeepsItsTranslation() {
        var before = first.of(node("a", "default"));

        var after = first.next(new MeshVersion(1, MeshSnapshot.EMPTY)).of(node("a", "default"));

        assertThat(after).isSameAs(before);
        assertThat(translated).hasSize(1);
    }

    private static ProxyNode node(String pod, String namespace) {
        var node =
                Node.newBuilder()
                        .setId(
                                "sidecar~127.0.0.9~%s.%s~svc.cluster.local"
                                        .formatted(pod, namespace))
                        .setMetadata(
                                Struct.newBuilder()
                                        .putFields(
                                                "NAMESPACE",
                                                Value.newBuilder()
                                                        .setStringValue(namespace)
                                                        .build()));
        return switch (ProxyNode.of(node.build())) {
            case Result.Ok<ProxyNode>(var read, _) -> read;
            case Result.Err<ProxyNode>(var problems) -> throw new AssertionError(problems);
        };
    }
}
