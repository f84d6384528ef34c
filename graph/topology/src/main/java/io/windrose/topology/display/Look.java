package io.windrose.topology.display;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How a graph is shown, apart from what is in it and where that stands.
///
/// @param chosen nodes with an outline in the colour of choice; mostly none or one
/// @param lifted edges drawn stronger than the others
/// @param dimmed nodes that stand back, together with the edges that touch them
/// @param texts what stands on an edge in place of its figure, such as `2.5 → 1.2 rps`
/// @param stale whether all figures are old: nothing is coloured by health then
/// @param drawnDots whether dots are part of the picture; a screen moves its own instead
public record Look(
        Set<Layer> layers,
        EdgeLabel label,
        Detail detail,
        Set<Node> chosen,
        Set<EdgeKey> lifted,
        Set<Node> dimmed,
        Map<EdgeKey, String> texts,
        boolean stale,
        boolean drawnDots) {

    /// For a picture that stands alone.
    public static final Look PAGE =
            new Look(
                    EnumSet.allOf(Layer.class),
                    EdgeLabel.REQUESTS,
                    Detail.FULL,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    false,
                    true);

    /// For a window: everything but idle nodes, and no standing dots.
    public static final Look SCREEN =
            new Look(
                    EnumSet.complementOf(EnumSet.of(Layer.IDLE)),
                    EdgeLabel.REQUESTS,
                    Detail.FULL,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    false,
                    false);

    public Look {
        layers = Set.copyOf(layers);
        chosen = Set.copyOf(chosen);
        lifted = Set.copyOf(lifted);
        dimmed = Set.copyOf(dimmed);
        texts = Map.copyOf(texts);
    }

    public boolean shows(Layer layer) {
        return layers.contains(layer);
    }

    public Look withLayers(Set<Layer> newLayers) {
        return new Look(newLayers, label, detail, chosen, lifted, dimmed, texts, stale, drawnDots);
    }

    public Look withLabel(EdgeLabel newLabel) {
        return new Look(layers, newLabel, detail, chosen, lifted, dimmed, texts, stale, drawnDots);
    }

    public Look withDetail(Detail newDetail) {
        return new Look(layers, label, newDetail, chosen, lifted, dimmed, texts, stale, drawnDots);
    }

    public Look withChoice(Set<Node> newChosen, Set<EdgeKey> newLifted) {
        return new Look(
                layers, label, detail, newChosen, newLifted, dimmed, texts, stale, drawnDots);
    }

    public Look withDimmed(Set<Node> newDimmed) {
        return new Look(layers, label, detail, chosen, lifted, newDimmed, texts, stale, drawnDots);
    }

    public Look withTexts(Map<EdgeKey, String> newTexts) {
        return new Look(layers, label, detail, chosen, lifted, dimmed, newTexts, stale, drawnDots);
    }

    public Look withStale(boolean newStale) {
        return new Look(layers, label, detail, chosen, lifted, dimmed, texts, newStale, drawnDots);
    }
}
