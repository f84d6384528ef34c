package io.windrose.conformance.bench;

import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.BootstrapFile;
import io.windrose.proxy.wire.WireTypes;
import java.nio.file.Path;
import java.time.InstantSource;

/// Our proxy as a process of its own, as `windrose proxy --bootstrap FILE --concurrency 1` is.
final class ProxyProgram {
    private ProxyProgram() {}

    /// @param arguments the bootstrap file
    public static void main(String[] arguments) {
        var host = new ProxyHost(1, InstantSource.system(), 1);
        var started =
                new BootstrapFile(new WireTypes())
                        .read(Path.of(arguments[0]))
                        .then(bootstrap -> Proxy.start(ProxyConfig.of(bootstrap), host));
        switch (started) {
            case Result.Err<Proxy>(var problems) ->
                    throw new IllegalStateException(problems.toString());
            case Result.Ok<Proxy>(var proxy, _) -> proxy.ended().toCompletableFuture().join();
        }
    }
}
