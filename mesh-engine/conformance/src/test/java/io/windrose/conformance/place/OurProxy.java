package io.windrose.conformance.place;

import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.BootstrapFile;
import io.windrose.proxy.wire.WireTypes;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Our proxy in this process, told everything by a bootstrap.
final class OurProxy implements AutoCloseable {
    private static final int START_SECONDS = 20;

    private final ProxyHost host;
    private final Proxy proxy;

    private OurProxy(ProxyHost host, Proxy proxy) {
        this.host = host;
        this.proxy = proxy;
    }

    /// Returns when the proxy is ready.
    static OurProxy start(String bootstrap) throws Exception {
        var host = new ProxyHost(1, InstantSource.system(), 1);
        var started =
                new BootstrapFile(new WireTypes())
                        .parse("bootstrap.yaml", bootstrap)
                        .then(read -> Proxy.start(ProxyConfig.of(read), host));
        switch (started) {
            case Result.Err<Proxy>(var problems) -> {
                host.close();
                throw new AssertionError(problems.toString());
            }
            case Result.Ok<Proxy>(var proxy, _) -> {
                proxy.ready().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
                return new OurProxy(host, proxy);
            }
        }
    }

    @Override
    public void close() {
        proxy.close();
        host.close();
    }
}
