/// AuthorizationPolicies as the RBAC filters of the chains in front of a workload.
@NullMarked
package io.windrose.translate.authorization;

import org.jspecify.annotations.NullMarked;
