package io.windrose.desktop.start;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// What the toolkit needs of a Linux that it does not bring along: asked for before it starts,
/// because it would end the program without a word that helps.
///
/// @param environment variables of this process
/// @param loads whether the system finds a shared library of that name
public record Surroundings(Map<String, String> environment, Predicate<String> loads) {
    /// Shared library to the Debian package that holds it; for pictures without a display too.
    private static final SequencedMap<String, String> ALWAYS = new LinkedHashMap<>();

    private static final SequencedMap<String, String> FOR_A_WINDOW = new LinkedHashMap<>();

    static {
        ALWAYS.put("libfreetype.so.6", "libfreetype6");
        ALWAYS.put("libfontconfig.so.1", "fontconfig");
        ALWAYS.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        FOR_A_WINDOW.put("libgtk-3.so.0", "libgtk-3-0 (libgtk-3-0t64 on newer systems)");
        FOR_A_WINDOW.put("libXtst.so.6", "libxtst6");
    }

    public static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), Surroundings::systemLoads);
    }

    /// @param headless whether pictures are enough
    /// @return nothing when a window can open, or else one problem with the remedy
    public List<Problem> obstacles(boolean headless) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return List.of();
        }
        if (!headless && environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return List.of(noDisplay("there is no display (DISPLAY is not set)"));
        }
        var needed = new LinkedHashMap<>(ALWAYS);
        if (!headless) {
            needed.putAll(FOR_A_WINDOW);
        }
        var packages = new ArrayList<String>();
        needed.forEach((library, name) -> {
            if (!loads.test(library)) {
                packages.add(name);
            }
        });
        return packages.isEmpty()
                ? List.of()
                : List.of(
                        Problem.error(
                                "MESH1952",
                                Place.NOWHERE,
                                "system libraries are missing; on Debian or Ubuntu install "
                                        + String.join(", ", packages)));
    }

    /// @param cause what is known of why, as a sentence without its end
    public static Problem noDisplay(String cause) {
        return Problem.error(
                "MESH1951",
                Place.NOWHERE,
                cause
                        + ", so no window can open; 'windrose sandbox', 'windrose graph' and"
                        + " 'windrose screenshot' need none");
    }

    @SuppressWarnings("restricted") // granted by the manifest; JavaFX loads natives as well
    static boolean systemLoads(String library) {
        try {
            var _ = SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }
}
