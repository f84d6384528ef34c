package io.windrose.sandbox;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.ProxyHost;
import io.windrose.sandbox.bookinfo.DemoService;
import io.windrose.sandbox.bookinfo.MeshClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.function.Function;

/// Starts the workloads: each application, and in front of it its proxy.
///
/// @param run a private folder, for the logs of processes
/// @param http carries what the applications ask of one another
record Fleet(
        SandboxOptions options,
        Path run,
        Placement placement,
        Closing closing,
        HttpClient http,
        String controlPlane) {
    private static final int APPLICATION_PORT = 9080;

    /// Event loops that the proxies of one process share.
    private static final int LOOPS = 1;

    /// @return where the proxies' admin interfaces are; the proxies may not be ready yet
    Result<AdminAddresses> start(RunTokens tokens) {
        var launch = launch();
        var admins = new LinkedHashMap<String, InetSocketAddress>();
        for (var workload : DemoWorkload.ALL) {
            var started =
                    application(workload)
                            .then(address -> launch.apply(order(workload, address, tokens)));
            if (!(started instanceof Result.Ok<WorkloadProxy>(var proxy, _))) {
                return new Result.Err<>(started.problems());
            }
            closing.add(proxy);
            admins.put(workload.name(), proxy.admin());
        }
        return Result.ok(new AdminAddresses(admins, tokens.operator()));
    }

    private Function<ProxyOrder, Result<WorkloadProxy>> launch() {
        if (!options.inOneProcess()) {
            return order -> ProxyProcess.start(options.launcher(), run, order);
        }
        var host = closing.add(new ProxyHost(LOOPS, InstantSource.system(), System.nanoTime()));
        return order -> ProxyInProcess.start(host, order);
    }

    private ProxyOrder order(
            DemoWorkload workload, InetSocketAddress application, RunTokens tokens) {
        return new ProxyOrder(
                workload,
                placement.of(workload),
                controlPlane,
                tokens.of(workload),
                tokens.operator(),
                application);
    }

    /// The gateway has no application of its own: its address stands for it.
    private Result<InetSocketAddress> application(DemoWorkload workload) {
        var place = placement.of(workload);
        if (workload.isGateway()) {
            return Result.ok(place.inbound());
        }
        try {
            var mesh = new MeshClient(http, place.outbound(APPLICATION_PORT));
            var service =
                    switch (workload.app()) {
                        case "productpage" -> DemoService.productpage(mesh);
                        case "details" -> DemoService.details();
                        case "ratings" -> DemoService.ratings();
                        default -> DemoService.reviews(workload.version(), mesh);
                    };
            return Result.ok(closing.add(service).address());
        } catch (IOException failure) {
            return Result.err(
                    Problem.error(
                            "MESH1605",
                            Place.NOWHERE,
                            workload.name() + " cannot start: " + failure.getMessage()));
        }
    }
}
