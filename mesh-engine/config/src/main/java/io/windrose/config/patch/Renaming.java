package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.Span;
import java.util.List;

/// Another name for a key, in the quotes of the old one.
record Renaming(Source source, Scalar key, String to) implements Change {

    @Override
    public Span about() {
        return key.span();
    }

    @Override
    public List<Span> gone() {
        return List.of(key.span());
    }

    @Override
    public List<TextEdit> edits() {
        var span = key.span();
        var written = source.text().substring(span.start(), span.end());
        return List.of(source.edit(span.start(), span.end(), Quotes.like(written, to)));
    }
}
