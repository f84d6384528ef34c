package io.windrose.config.decode;

/// The codes of what can be wrong with a document.
final class Codes {
    /// It has no `apiVersion`, `kind` or name, so that it is no object at all.
    static final String NO_OBJECT = "MESH0110";

    static final String UNKNOWN_KIND = "MESH0111";
    static final String UNKNOWN_FIELD = "MESH0120";
    static final String WRONG_TYPE = "MESH0121";
    static final String MISSING = "MESH0122";

    /// A word that is not one of those a field accepts.
    static final String NOT_A_CHOICE = "MESH0123";

    /// Fields that exclude or need one another.
    static final String CONTRADICTION = "MESH0124";

    /// Text that does not follow the syntax of its field.
    static final String MALFORMED = "MESH0125";

    static final String OUT_OF_RANGE = "MESH0126";

    /// Two members of a list that must differ.
    static final String REPEATED = "MESH0127";

    /// Accepted, but surely not meant, or without effect.
    static final String POINTLESS = "MESH0128";

    private Codes() {}
}
