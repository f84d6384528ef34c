package io.windrose.sandbox.load;

/// What the load has seen so far.
///
/// @param requests answered or failed, never those still under way
/// @param ok answered with a status below 400
/// @param failed answered with a status from 400 up, or not at all
/// @param latencyMillis the mean of all answered requests; 0 before the first
public record Totals(long requests, long ok, long failed, double latencyMillis) {}
