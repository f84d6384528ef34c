package io.windrose.conformance.istiodxds;

/// One thing that a resource says.
///
/// @param type `cds`, `eds`, `lds` or `rds`
/// @param place where: the resource's name, and below it what tells the parts apart, such as the
///   match of a filter chain
/// @param aspect what the fact is about, e.g. `connectTimeout`
/// @param value canonical JSON
record Fact(String type, String place, String aspect, String value) {

    /// What makes facts the same fact wherever they occur.
    Distinct distinct() {
        return new Distinct(type, aspect, value);
    }

    /// Where the other side must say the same.
    Question question() {
        return new Question(type, place, aspect);
    }

    record Distinct(String type, String aspect, String value) {}

    record Question(String type, String place, String aspect) {}
}
