package io.windrose.topology.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Protocol;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphDrawingTest {
    private static final Node CALLER = new Node.App("k", "shop", "caller", "v1");
    private static final Node CALLEE = new Node.App("k", "shop", "callee", "v2");
    private static final EdgeKey KEY = new EdgeKey(CALLER, CALLEE, Protocol.HTTP);

    /// A failing call; its security is measured or not.
    private static TopologySnapshot graph(PeerSecurity security, MtlsMode configured) {
        var failing = new Health(Health.Status.FAILING, "");
        return TopologySnapshot.of(
                GraphType.VERSIONED_APP,
                List.of(
                        NodeState.of(CALLER).withHealth(Health.HEALTHY),
                        NodeState.of(CALLEE).withHealth(failing).withMtlsMode(configured)),
                List.of(
                        new Edge(
                                KEY,
                                Traffic.of(
                                        "503",
                                        Response.of(Outcome.SERVER_ERROR, 2.5, "UF", ""),
                                        security),
                                failing)));
    }

    private static GraphDrawing draw(TopologySnapshot graph, Look look) {
        Layout layout = StableLayout.arrange(graph);
        return GraphDrawing.of(graph, layout, Routes.of(graph.edges().keySet(), layout), look);
    }

    private static List<String> texts(GraphDrawing drawing) {
        return drawing.picture().commands().stream()
                .flatMap(command ->
                        command instanceof DrawCommand.Text text
                                ? Stream.of(text.text())
                                : Stream.empty())
                .toList();
    }

    private static Set<Glyph> glyphs(GraphDrawing drawing) {
        var glyphs = EnumSet.noneOf(Glyph.class);
        for (var command : drawing.picture().commands()) {
            if (command instanceof DrawCommand.Symbol symbol) {
                glyphs.add(symbol.glyph());
            }
        }
        return glyphs;
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, true,  true,  true",
        "0.59, false, true,  true",
        "0.39, false, false, true",
        "0.24, false, false, false"
    })
    void whatIsTooSmallToReadIsLeftOut(double zoom, boolean label, boolean version, boolean name) {
        var look = Look.SCREEN.withDetail(Detail.at(zoom));

        var texts = texts(draw(graph(PeerSecurity.NONE, MtlsMode.UNKNOWN), look));

        assertThat(texts.contains("100 % err")).isEqualTo(label);
        assertThat(texts.contains("v2")).isEqualTo(version);
        assertThat(texts.contains("callee")).isEqualTo(name);
        assertThat(texts).contains("shop");
    }

    @Test
    void whatWasMeasuredIsFilledAndWhatIsOnlyConfiguredIsNot() {
        var measured = draw(graph(PeerSecurity.MUTUAL_TLS, MtlsMode.STRICT), Look.SCREEN);
        var configured = draw(graph(PeerSecurity.UNKNOWN, MtlsMode.STRICT), Look.SCREEN);
        var unknown = draw(graph(PeerSecurity.UNKNOWN, MtlsMode.PERMISSIVE), Look.SCREEN);

        assertThat(glyphs(measured)).contains(Glyph.LOCK, Glyph.LOCK_BODY);
        assertThat(glyphs(configured)).contains(Glyph.LOCK).doesNotContain(Glyph.LOCK_BODY);
        assertThat(glyphs(unknown)).doesNotContain(Glyph.LOCK, Glyph.LOCK_OPEN);
    }

    @Test
    void nothingStaleIsColouredByHealth() {
        var drawing = draw(graph(PeerSecurity.NONE, MtlsMode.UNKNOWN), Look.SCREEN.withStale(true));

        var svg = SvgWriter.write(drawing.picture(), Theme.DARK);

        assertThat(svg)
                .doesNotContain(
                        Paint.FAILING.colour(Theme.DARK),
                        Paint.HEALTHY.colour(Theme.DARK),
                        Paint.MTLS_NONE.colour(Theme.DARK));
        assertThat(glyphs(drawing)).contains(Glyph.CROSS, Glyph.TICK);
    }

    @Test
    void aDraftSaysItsOwnFigureAndWhoStandsBackIsFaint() {
        var look = Look.SCREEN.withTexts(Map.of(KEY, "2.5 → 1.2 rps")).withDimmed(Set.of(CALLER));

        var drawing = draw(graph(PeerSecurity.NONE, MtlsMode.UNKNOWN), look);

        assertThat(texts(drawing)).contains("2.5 → 1.2 rps").doesNotContain("100 % err");
        assertThat(opacity(drawing, CALLER.id())).isLessThan(1);
        assertThat(opacity(drawing, CALLEE.id())).isEqualTo(1);
        assertThat(opacity(drawing, KEY.toString())).isLessThan(1);
    }

    private static double opacity(GraphDrawing drawing, String id) {
        return drawing.picture().commands().stream()
                .flatMap(command ->
                        command instanceof DrawCommand.Begin begin && begin.id().equals(id)
                                ? Stream.of(begin.opacity())
                                : Stream.empty())
                .findFirst()
                .orElse(Double.NaN);
    }
}
