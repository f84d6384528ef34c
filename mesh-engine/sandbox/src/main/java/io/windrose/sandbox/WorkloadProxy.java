package io.windrose.sandbox;

import java.net.InetSocketAddress;

/// The running proxy of one workload, wherever it runs.
interface WorkloadProxy extends AutoCloseable {

    InetSocketAddress admin();

    @Override
    void close();
}
