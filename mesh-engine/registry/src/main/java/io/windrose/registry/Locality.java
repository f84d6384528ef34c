package io.windrose.registry;

/// Where a workload runs; every part may be empty, a part below an empty one means nothing.
public record Locality(String region, String zone, String subzone) implements Comparable<Locality> {
    public static final Locality NOWHERE = new Locality("", "", "");

    /// `region/zone/subzone`, of which the right parts may be missing.
    public static Locality parse(String text) {
        var parts = text.split("/", 3);
        return new Locality(
                parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    @Override
    public int compareTo(Locality other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        if (zone.isEmpty()) {
            return region;
        }
        return subzone.isEmpty() ? region + "/" + zone : region + "/" + zone + "/" + subzone;
    }
}
