package io.windrose.shell.topology;

/// What is looked for in the graph, or left out of it.
///
/// @param text an expression; empty for nothing
public record Query(Mode mode, String text) {

    /// What happens to matches.
    public enum Mode {
        FIND("Find"),
        HIDE("Hide");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
