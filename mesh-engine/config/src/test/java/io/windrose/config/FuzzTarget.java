package io.windrose.config;

/// The [ReaderProperties] as a target of Jazzer, which looks for inputs by what they reach.
///
/// From this module's folder, with Jazzer's jars in `J` (of com.code-intelligence:jazzer:0.24.0 and
/// what it needs, by `mvn dependency:copy-dependencies` in a scratch project), the class path of
/// the tests in `CP` and a folder of texts to begin with:
///
/// ```
/// java -cp "$J:target/test-classes:target/classes:$CP" com.code_intelligence.jazzer.Jazzer
///   --target_class=io.windrose.config.FuzzTarget
///   --instrumentation_includes=io.windrose.**:org.snakeyaml.** -max_total_time=300 texts/
/// ```
public final class FuzzTarget {
    private FuzzTarget() {}

    /// @param input what stands in a file
    public static void fuzzerTestOneInput(byte[] input) {
        ReaderProperties.check(input);
    }
}
