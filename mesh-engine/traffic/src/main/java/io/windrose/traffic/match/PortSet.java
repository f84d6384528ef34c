package io.windrose.traffic.match;

import java.util.BitSet;

/// A set of ports, such as those on which a listener filter is switched off.
public final class PortSet {
    private static final int PORTS = 65_536;
    public static final PortSet NONE = new PortSet(new BitSet());
    public static final PortSet ALL = NONE.complement();

    private final BitSet ports;

    private PortSet(BitSet ports) {
        this.ports = ports;
    }

    /// @param start the first port in the set
    /// @param end the first port behind it
    public static PortSet range(int start, int end) {
        var ports = new BitSet();
        ports.set(start, end);
        return new PortSet(ports);
    }

    public boolean contains(int port) {
        return ports.get(port);
    }

    public PortSet complement() {
        var rest = (BitSet) ports.clone();
        rest.flip(0, PORTS);
        return new PortSet(rest);
    }

    public PortSet union(PortSet other) {
        var both = (BitSet) ports.clone();
        both.or(other.ports);
        return new PortSet(both);
    }

    public PortSet intersection(PortSet other) {
        var common = (BitSet) ports.clone();
        common.and(other.ports);
        return new PortSet(common);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && set.ports.equals(ports);
    }

    @Override
    public int hashCode() {
        return ports.hashCode();
    }

    @Override
    public String toString() {
        return ports.cardinality() > PORTS / 2 ? "all but " + complement().ports : ports.toString();
    }
}
