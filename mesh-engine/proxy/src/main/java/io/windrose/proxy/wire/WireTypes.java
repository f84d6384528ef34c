package io.windrose.proxy.wire;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The message types of this program by their type URLs. For any thread.
///
/// Generated classes are looked up by name only when a message of their type turns up, since a
/// proxy without JSON to print or read needs none of their hundreds of descriptors.
public final class WireTypes {
    /// Where the generated classes of the protobuf packages with that prefix lie.
    private record JavaPackage(String protobufPrefix, String javaPrefix) {}

    private static final List<JavaPackage> JAVA_PACKAGES =
            List.of(
                    new JavaPackage("envoy.", "io.envoyproxy.envoy."),
                    new JavaPackage("udpa.", "com.github.udpa.udpa."),
                    new JavaPackage("xds.", "com.github.xds."),
                    new JavaPackage("google.protobuf.", "com.google.protobuf."),
                    new JavaPackage(
                            "istio.envoy.config.filter.http.alpn.v2alpha1.",
                            "io.windrose.xdsapi.alpn."),
                    new JavaPackage("istio.networking.nds.v1.", "io.windrose.xdsapi.nds."));

    private final Map<String, Optional<Message>> prototypes = new ConcurrentHashMap<>();

    /// @param typeUrl `type.googleapis.com/envoy.config.cluster.v3.Cluster`, or without its front
    public Optional<Descriptor> find(String typeUrl) {
        return prototype(typeUrl).map(Message::getDescriptorForType);
    }

    /// What is packed; empty when its type is not known or its bytes are not of that type.
    public Optional<Message> unpack(Any any) {
        return prototype(any.getTypeUrl())
                .flatMap(prototype -> {
                    try {
                        return Optional.of(prototype.getParserForType().parseFrom(any.getValue()));
                    } catch (InvalidProtocolBufferException _) {
                        return Optional.empty();
                    }
                });
    }

    private Optional<Message> prototype(String typeUrl) {
        return prototypes.computeIfAbsent(
                typeUrl.substring(typeUrl.indexOf('/') + 1), WireTypes::load);
    }

    /// Everything that is needed to print `message`, with what is packed inside at any depth.
    TypeRegistry registryFor(Message message) {
        var found = new HashSet<Descriptor>();
        collect(message, found);
        return TypeRegistry.newBuilder().add(found).build();
    }

    /// @param typeUrls those that `find` does not know are left out
    TypeRegistry registryOf(Set<String> typeUrls) {
        return TypeRegistry.newBuilder()
                .add(typeUrls.stream().flatMap(url -> find(url).stream()).toList())
                .build();
    }

    private void collect(Message message, Set<Descriptor> found) {
        if (message instanceof Any any) {
            unpack(any)
                    .ifPresent(inner -> {
                        found.add(inner.getDescriptorForType());
                        collect(inner, found);
                    });
            return;
        }
        message.getAllFields()
                .forEach((_, value) -> {
                    if (value instanceof Message inner) {
                        collect(inner, found);
                    } else if (value instanceof Collection<?> items) {
                        collectAll(items, found);
                    }
                });
    }

    private void collectAll(Collection<?> items, Set<Descriptor> found) {
        for (var item : items) {
            if (item instanceof Message inner) {
                collect(inner, found);
            }
        }
    }

    private static Optional<Message> load(String name) {
        for (var javaPackage : JAVA_PACKAGES) {
            if (name.startsWith(javaPackage.protobufPrefix())) {
                var rest = name.substring(javaPackage.protobufPrefix().length());
                return prototypeOf(javaPackage.javaPrefix() + rest);
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> prototypeOf(String className) {
        try {
            var type = Class.forName(className);
            return Optional.of((Message) type.getMethod("getDefaultInstance").invoke(null));
        } catch (ClassNotFoundException | NoSuchMethodException _) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(className, impossible);
        }
    }
}
