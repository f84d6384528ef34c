package io.windrose.config.syntax;

/// Ends the reading of an expression of Prometheus at the first mistake.
final class PromMistake extends Exception {
    private static final long serialVersionUID = 1;
    private final String sentence;

    PromMistake(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
