/// The service that signs what workloads ask for, as Istio's agents call it.
@NullMarked
package io.windrose.controlplane.certificate;

import org.jspecify.annotations.NullMarked;
