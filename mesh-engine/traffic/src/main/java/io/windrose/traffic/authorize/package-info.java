/// Who may call what: the policies of an RBAC filter, evaluated in the order Envoy does.
@NullMarked
package io.windrose.traffic.authorize;

import org.jspecify.annotations.NullMarked;
