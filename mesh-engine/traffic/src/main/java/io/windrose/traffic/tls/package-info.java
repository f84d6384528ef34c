/// What a TLS context asks for: certificates, trust, subject names, versions; no key material.
@NullMarked
package io.windrose.traffic.tls;

import org.jspecify.annotations.NullMarked;
