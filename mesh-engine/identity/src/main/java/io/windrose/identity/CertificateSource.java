package io.windrose.identity;

import io.windrose.kernel.Result;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Where a workload has its certificate signed: the control plane's CSR service, or an authority in
/// the same process.
@FunctionalInterface
public interface CertificateSource {

    /// The chain for the key in `request`: the leaf first, the root last.
    ///
    /// An unreachable or refusing authority is an `Err` of the result, not a failed stage. May
    /// complete on any thread, or at once.
    CompletionStage<Result<List<X509Certificate>>> sign(CertificateRequest request);
}
