package io.windrose.config.syntax;

/// The codes of what can be wrong with a document.
public final class Codes {
    /// It has no `apiVersion`, `kind` or name, so that it is no object at all.
    public static final String NO_OBJECT = "MESH0110";

    public static final String UNKNOWN_KIND = "MESH0111";

    /// Of a kind that has rules here, but no meaning to the engine.
    public static final String NO_EFFECT = "MESH0112";

    public static final String UNKNOWN_FIELD = "MESH0120";
    public static final String WRONG_TYPE = "MESH0121";
    public static final String MISSING = "MESH0122";

    /// A word that is not one of those a field accepts.
    public static final String NOT_A_CHOICE = "MESH0123";

    /// Fields that exclude or need one another.
    public static final String CONTRADICTION = "MESH0124";

    /// Text that does not follow the syntax of its field.
    public static final String MALFORMED = "MESH0125";

    public static final String OUT_OF_RANGE = "MESH0126";

    /// Two members of a list that must differ.
    public static final String REPEATED = "MESH0127";

    /// Accepted, but surely not meant, or without effect.
    public static final String POINTLESS = "MESH0128";

    private Codes() {}
}
