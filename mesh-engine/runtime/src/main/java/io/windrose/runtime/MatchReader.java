package io.windrose.runtime;

import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.envoyproxy.envoy.type.v3.Percent;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.HeaderMatch.Test;
import io.windrose.traffic.match.IpRange;
import io.windrose.traffic.match.QueryMatch;
import io.windrose.traffic.match.StringMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Matchers of texts, headers, query parameters, addresses and fractions.
final class MatchReader {
    private static final int MILLION = 1_000_000;

    private final Refusals refusals;

    MatchReader(Refusals refusals) {
        this.refusals = refusals;
    }

    StringMatch text(StringMatcher matcher) {
        boolean ignoreCase = matcher.getIgnoreCase();
        return switch (matcher.getMatchPatternCase()) {
            case EXACT -> new StringMatch.Exact(matcher.getExact(), ignoreCase);
            case PREFIX -> new StringMatch.Prefix(matcher.getPrefix(), ignoreCase);
            case SUFFIX -> new StringMatch.Suffix(matcher.getSuffix(), ignoreCase);
            case CONTAINS -> new StringMatch.Contains(matcher.getContains(), ignoreCase);
            case SAFE_REGEX -> regex(matcher.getSafeRegex());
            default -> {
                refusals.add("string matcher " + matcher.getMatchPatternCase());
                yield StringMatch.exact("");
            }
        };
    }

    StringMatch regex(RegexMatcher matcher) {
        try {
            return StringMatch.regex(matcher.getRegex());
        } catch (PatternSyntaxException e) {
            refusals.add("regular expression '" + matcher.getRegex() + "': " + e.getDescription());
            return StringMatch.exact("");
        }
    }

    List<HeaderMatch> headers(List<HeaderMatcher> matchers) {
        return matchers.stream().map(this::header).toList();
    }

    HeaderMatch header(HeaderMatcher matcher) {
        return new HeaderMatch(
                matcher.getName().toLowerCase(Locale.ROOT),
                test(matcher),
                matcher.getInvertMatch(),
                matcher.getTreatMissingHeaderAsEmpty());
    }

    List<QueryMatch> query(List<QueryParameterMatcher> matchers) {
        return matchers.stream().map(this::query).toList();
    }

    List<IpRange> ranges(List<CidrRange> ranges) {
        var read = new ArrayList<IpRange>();
        for (var range : ranges) {
            var ip = IpRange.parse(range.getAddressPrefix(), prefixLength(range));
            if (ip == null) {
                refusals.add(
                        "'%s/%d' is no address range"
                                .formatted(range.getAddressPrefix(), prefixLength(range)));
            } else {
                read.add(ip);
            }
        }
        return read;
    }

    static Fraction fraction(FractionalPercent percent) {
        int denominator =
                switch (percent.getDenominator()) {
                    case HUNDRED, UNRECOGNIZED -> 100;
                    case TEN_THOUSAND -> 10_000;
                    case MILLION -> MILLION;
                };
        return new Fraction(Scalars.number(percent.getNumerator()), denominator);
    }

    static Fraction fraction(boolean isSet, RuntimeFractionalPercent percent, Fraction otherwise) {
        return isSet ? fraction(percent.getDefaultValue()) : otherwise;
    }

    static Fraction fraction(boolean isSet, Percent percent, Fraction otherwise) {
        return isSet
                ? new Fraction((int) Math.round(percent.getValue() * (MILLION / 100.0)), MILLION)
                : otherwise;
    }

    private static int prefixLength(CidrRange range) {
        return range.getPrefixLen().getValue();
    }

    private QueryMatch query(QueryParameterMatcher matcher) {
        return switch (matcher.getQueryParameterMatchSpecifierCase()) {
            case STRING_MATCH ->
                    new QueryMatch(matcher.getName(), text(matcher.getStringMatch()), true);
            case PRESENT_MATCH ->
                    new QueryMatch(matcher.getName(), null, matcher.getPresentMatch());
            case QUERYPARAMETERMATCHSPECIFIER_NOT_SET ->
                    new QueryMatch(matcher.getName(), null, true);
        };
    }

    @SuppressWarnings("deprecation") // people's EnvoyFilters still use the old forms
    private Test test(HeaderMatcher matcher) {
        return switch (matcher.getHeaderMatchSpecifierCase()) {
            case STRING_MATCH -> new Test.Text(text(matcher.getStringMatch()));
            case EXACT_MATCH -> new Test.Text(StringMatch.exact(matcher.getExactMatch()));
            case PREFIX_MATCH -> new Test.Text(StringMatch.prefix(matcher.getPrefixMatch()));
            case SUFFIX_MATCH -> new Test.Text(StringMatch.suffix(matcher.getSuffixMatch()));
            case CONTAINS_MATCH ->
                    new Test.Text(new StringMatch.Contains(matcher.getContainsMatch(), false));
            case SAFE_REGEX_MATCH -> new Test.Text(regex(matcher.getSafeRegexMatch()));
            case RANGE_MATCH ->
                    new Test.Range(
                            matcher.getRangeMatch().getStart(), matcher.getRangeMatch().getEnd());
            case PRESENT_MATCH -> new Test.Present(matcher.getPresentMatch());
            case HEADERMATCHSPECIFIER_NOT_SET -> new Test.Present(true);
        };
    }
}
