package io.windrose.traffic.authorize;

import org.jspecify.annotations.Nullable;

/// What one RBAC filter judges.
///
/// @param enforced null when nothing is enforced: every call passes
/// @param shadow evaluated and reported, never enforced; null for none
/// @param shadowPrefix of the names under which shadow results are reported
public record RbacRules(
        @Nullable Authorizer enforced, @Nullable Authorizer shadow, String shadowPrefix) {}
