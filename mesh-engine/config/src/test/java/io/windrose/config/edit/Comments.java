package io.windrose.config.edit;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Where the comments of a text stand, told from its words alone.
record Comments(String text, List<Comment> all) {

    record Comment(int start, int end) {}

    static Comments of(YamlFile file) {
        var words = new BitSet();
        file.documents().forEach(one -> mark(one.root(), words));
        var text = file.text();
        var all = new ArrayList<Comment>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#' && !words.get(i)) {
                int start = i;
                while (i < text.length() && "\r\n".indexOf(text.charAt(i)) < 0) {
                    i++;
                }
                all.add(new Comment(start, i));
            }
        }
        return new Comments(text, all);
    }

    private static void mark(ConfigTree tree, BitSet words) {
        switch (tree) {
            case Scalar scalar -> words.set(scalar.span().start(), scalar.span().end());
            case Sequence list -> list.items().forEach(item -> mark(item, words));
            case Mapping mapping ->
                    mapping.entries()
                            .forEach(entry -> {
                                mark(entry.key(), words);
                                mark(entry.value(), words);
                            });
        }
    }

    List<String> words() {
        return all.stream().map(one -> text.substring(one.start, one.end)).toList();
    }
}
