package io.windrose.workspace.demo;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.config.tree.YamlFile;
import io.windrose.controlplane.session.SessionStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.workspace.ConfigMarks;
import io.windrose.workspace.session.MeshView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is configured in the story, and twelve proxies that follow it.
public final class DemoMesh {
    private static final Path FOLDER = Path.of("/mesh-config");
    private static final long VERSION = 41;
    private static final List<String> FILES =
            List.of(
                    "gateway.yaml",
                    "reviews.yaml",
                    "ratings.yaml",
                    "security.yaml",
                    "payments.yaml");
    private static final MeshView VIEW = view(FOLDER);

    private DemoMesh() {}

    /// Of files that do not exist.
    public static MeshView view() {
        return VIEW;
    }

    /// The files as they are when [#write] has put them there.
    public static MeshView view(Path folder) {
        var resources = new ArrayList<>(read("platform.yaml", platform()));
        for (var file : FILES) {
            resources.addAll(read(folder.resolve(file).toString(), text(file)));
        }
        var config = ConfigSnapshot.of(resources);
        return new MeshView(
                folder,
                config,
                MeshBuilder.build(config),
                VERSION,
                Optional.of(new SyncStatus(VERSION, proxies())));
    }

    /// As [#view] and [#write], with other files beside or in place of the story's, and with what
    /// the analysis says of all of them on top of the story's services.
    ///
    /// @param other texts by their names, such as `reviews.yaml`
    public static MeshView write(Path folder, Map<String, String> other) throws IOException {
        var texts = new TreeMap<Path, String>();
        for (var file : FILES) {
            texts.put(folder.resolve(file), text(file));
        }
        other.forEach((file, text) -> texts.put(folder.resolve(file), text));
        var resources = new ArrayList<>(read("platform.yaml", platform()));
        for (var file : texts.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
            resources.addAll(read(file.getKey().toString(), file.getValue()));
        }
        var config = ConfigSnapshot.of(resources);
        return new MeshView(
                folder,
                config,
                MeshBuilder.build(config),
                VERSION,
                Optional.of(new SyncStatus(VERSION, proxies())),
                new ConfigMarks(analysis().check(texts, config)));
    }

    /// That knows the story's services.
    public static FolderAnalysis analysis() {
        return switch (YamlFile.parse("platform.yaml", platform())) {
            case Result.Ok<YamlFile>(var yaml, _) -> FolderAnalysis.on(yaml);
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException("the story's YAML is wrong: " + problems);
        };
    }

    /// Puts the story's YAML into a folder.
    public static void write(Path folder) throws IOException {
        for (var file : FILES) {
            Files.writeString(folder.resolve(file), text(file));
        }
    }

    private static List<ProxyStatus> proxies() {
        return DemoWorkload.ALL.stream()
                .map(workload ->
                        new ProxyStatus(
                                workload.nodeId(),
                                1,
                                "windrose 0.1.0",
                                DemoTraffic.END.minusSeconds(7_200),
                                new SessionStatus(VERSION, VERSION, Map.of())))
                .toList();
    }

    private static List<Resource> read(String file, String text) {
        return switch (ConfigReader.read(file, text)) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources;
            case Result.Err<List<Resource>>(var problems) ->
                    throw new IllegalStateException("the story's YAML is wrong: " + problems);
        };
    }

    private static String text(String file) {
        try (var stream = DemoMesh.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String platform() {
        var text = new StringBuilder();
        for (var namespace : List.of("bookinfo", "payments", "istio-system")) {
            text.append(
                    """
                    apiVersion: v1
                    kind: Namespace
                    metadata:
                      name: %s
                    ---
                    """
                            .formatted(namespace));
        }
        DemoWorkload.ALL.forEach(workload -> text.append(pod(workload)));
        DemoWorkload.ALL.stream()
                .filter(workload -> workload.version().isEmpty() || workload.version().equals("v1"))
                .forEach(workload -> text.append(service(workload)));
        DemoWorkload.ALL.forEach(workload -> text.append(endpoints(workload)));
        return text.toString();
    }

    private static String pod(DemoWorkload workload) {
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %1$s
          namespace: %2$s
          labels: {app: %3$s, %4$s, security.istio.io/tlsMode: istio}
          ownerReferences:
          - apiVersion: apps/v1
            kind: Deployment
            name: %1$s
        spec:
          serviceAccountName: bookinfo-%3$s
          containers:
          - name: %3$s
            image: demo/%3$s
            ports:
            - containerPort: %5$d
        status:
          phase: Running
          podIP: %6$s
          conditions:
          - type: Ready
            status: "True"
        ---
        """
                .formatted(
                        workload.name(),
                        workload.namespace(),
                        workload.app(),
                        workload.version().isEmpty()
                                ? "istio: ingressgateway"
                                : "version: " + workload.version(),
                        workload.port(),
                        workload.address());
    }

    private static String service(DemoWorkload workload) {
        return """
        apiVersion: v1
        kind: Service
        metadata:
          name: %1$s
          namespace: %2$s
        spec:
          clusterIP: 10.96.0.%3$d
          selector:
            app: %1$s
          ports:
          - name: %4$s
            port: %5$d
        ---
        """
                .formatted(
                        workload.app(),
                        workload.namespace(),
                        10 + DemoWorkload.ALL.indexOf(workload),
                        workload.protocol(),
                        workload.port());
    }

    private static String endpoints(DemoWorkload workload) {
        return """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: %1$s
          namespace: %2$s
          labels:
            kubernetes.io/service-name: %3$s
        addressType: IPv4
        ports:
        - name: %4$s
          port: %5$d
        endpoints:
        - addresses: [%6$s]
          conditions:
            ready: true
          targetRef:
            kind: Pod
            name: %1$s
            namespace: %2$s
        ---
        """
                .formatted(
                        workload.name(),
                        workload.namespace(),
                        workload.app(),
                        workload.protocol(),
                        workload.port(),
                        workload.address());
    }
}
