package io.windrose.kernel;

/// One finding about a piece of input, phrased for the person who wrote that input.
///
/// @param code stable identifier, `MESH` and four digits; documentation and suppressions hang on it
/// @param message one sentence that names the offending value and what would be accepted
public record Problem(String code, Severity severity, Place place, String message) {

    public static Problem error(String code, Place place, String message) {
        return new Problem(code, Severity.ERROR, place, message);
    }

    public static Problem warning(String code, Place place, String message) {
        return new Problem(code, Severity.WARNING, place, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// The form in which terminals show it: place, resource and path where known, message, code.
    @Override
    public String toString() {
        var text = new StringBuilder();
        var where = place.toString();
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        if (!place.resource().isEmpty()) {
            text.append(place.resource()).append(": ");
        }
        if (!place.path().isEmpty()) {
            text.append(place.path()).append(": ");
        }
        return text.append(message).append(" [").append(code).append(']').toString();
    }
}
