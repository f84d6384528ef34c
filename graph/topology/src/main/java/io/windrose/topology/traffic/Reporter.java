package io.windrose.topology.traffic;

/// Whose proxy counted a request.
public enum Reporter {
    SOURCE,
    DESTINATION;

    /// @param label the value of the label `reporter`; everything but `destination` is a source
    public static Reporter of(String label) {
        return label.equals("destination") ? DESTINATION : SOURCE;
    }
}
