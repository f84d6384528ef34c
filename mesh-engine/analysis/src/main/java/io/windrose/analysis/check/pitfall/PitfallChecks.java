package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Check;
import java.util.List;

/// Pitfalls and leftovers.
public final class PitfallChecks {
    public static final List<Check> ALL =
            List.of(
                    new DefinedTwice(),
                    new LeftoverFault(),
                    new LeftoverMirror(),
                    new EveryHostOfTheMesh(),
                    new TriesBeyondTheTimeout(),
                    new GatewayErrorsNeverCount(),
                    new NeverEjects(),
                    new ReplacedPolicy(),
                    new CatchAllRegex(),
                    new ShadowedService(),
                    new MovingPlugin(),
                    new EastWestTls(),
                    new ExternalInside(),
                    new UnknownProvider(),
                    new SplitItems(),
                    new UnreadSettings(),
                    new RateOfItself(),
                    new MetricsOfIstiod(),
                    new QuotaBelowLimits(),
                    new FrozenWeights(),
                    new MultipliedRetries(),
                    new HiddenHosts());

    private PitfallChecks() {}
}
