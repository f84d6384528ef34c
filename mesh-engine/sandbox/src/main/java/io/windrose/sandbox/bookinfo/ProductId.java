package io.windrose.sandbox.bookinfo;

/// The number of a book, as it stands in a path.
final class ProductId {
    private static final int MAX_DIGITS = 9;

    private ProductId() {}

    static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
