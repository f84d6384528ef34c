package io.windrose.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only there the toolkit needs what others bring")
final class SurroundingsTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void withoutADisplayTheCommandsThatNeedNoneAreNamed() {
        var without = new Surroundings(Map.of(), _ -> true);

        assertThat(without.obstacles(false))
                .extracting(Problem::message)
                .containsExactly(
                        "there is no display (DISPLAY is not set), so no window can open;"
                                + " 'windrose sandbox', 'windrose graph' and 'windrose screenshot'"
                                + " need none");
        assertThat(without.obstacles(true)).isEmpty();
    }

    @Test
    void missingLibrariesAreNamedByTheirPackages() {
        var bare = new Surroundings(DISPLAY, _ -> false);

        assertThat(bare.obstacles(false))
                .extracting(Problem::message)
                .containsExactly(
                        "system libraries are missing; on Debian or Ubuntu install libfreetype6,"
                                + " fontconfig, libpangoft2-1.0-0,"
                                + " libgtk-3-0 (libgtk-3-0t64 on newer systems), libxtst6");
    }

    @Test
    void picturesNeedNoWindowSystem() {
        var server = new Surroundings(Map.of(), library -> !library.matches(".*(gtk|Xtst).*"));

        assertThat(server.obstacles(true)).isEmpty();
    }

    @Test
    void whatEverySystemHasIsFound() {
        var real = new Surroundings(DISPLAY, Surroundings::systemLoads);

        assertThat(real.loads()).accepts("libc.so.6").rejects("libwindrose-none.so.7");
    }
}
