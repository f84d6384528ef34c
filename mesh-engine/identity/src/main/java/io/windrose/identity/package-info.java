/// SPIFFE names, the certificate authority, workload certificates and their rotation.
@NullMarked
package io.windrose.identity;

import org.jspecify.annotations.NullMarked;
