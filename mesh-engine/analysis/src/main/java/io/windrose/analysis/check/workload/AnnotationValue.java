package io.windrose.analysis.check.workload;

import io.windrose.config.syntax.Addresses;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What may be written as the value of an annotation; the webhook refuses a Pod that has another.
enum AnnotationValue {
    ANY("anything"),
    TRUTH("true or false"),
    COUNT("a whole number of 32 bits"),
    PORT("a port, 0 to 65535"),
    INTERCEPTION("REDIRECT, TPROXY or NONE"),
    BLOCKS("blocks of addresses such as 10.0.0.0/8, with commas between"),
    BLOCKS_OR_ALL("* or blocks of addresses such as 10.0.0.0/8, with commas between"),
    PORTS("ports with commas between"),
    PORTS_OR_ALL("* or ports with commas between"),
    YAML("YAML or JSON with the fields of ProxyConfig");

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final Pattern BOOLEAN =
            Pattern.compile("1|0|[tTfF]|true|TRUE|True|false|FALSE|False");

    private final String accepted;

    AnnotationValue(String accepted) {
        this.accepted = accepted;
    }

    /// As in a sentence: `a port, 0 to 65535`.
    String accepted() {
        return accepted;
    }

    boolean accepts(String text) {
        return switch (this) {
            case ANY -> true;
            case TRUTH -> BOOLEAN.matcher(text).matches();
            case COUNT -> isUpTo(0xFFFF_FFFFL, text);
            case PORT -> isPort(text);
            case INTERCEPTION -> List.of("REDIRECT", "TPROXY", "NONE").contains(text);
            case BLOCKS -> each(text, Addresses::isCidr);
            case BLOCKS_OR_ALL -> text.equals("*") || each(text, Addresses::isCidr);
            case PORTS -> each(text, AnnotationValue::isPort);
            case PORTS_OR_ALL -> text.equals("*") || each(text, AnnotationValue::isPort);
            case YAML -> isMapping(text);
        };
    }

    private static boolean isPort(String text) {
        return isUpTo(0xFFFF, text);
    }

    private static boolean isUpTo(long most, String text) {
        return WHOLE.matcher(text).matches() && Long.parseLong(text) <= most;
    }

    /// Nothing at all is a list, too.
    private static boolean each(String text, Predicate<String> accepts) {
        return text.isBlank()
                || Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(accepts);
    }

    private static boolean isMapping(String text) {
        return YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var yaml, _)
                && yaml.documents().stream().allMatch(one -> one.root() instanceof Mapping);
    }
}
