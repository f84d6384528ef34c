package io.windrose.view;

import java.net.URL;

/// The style sheet that lies beside a class.
public final class Stylesheet {
    private Stylesheet() {}

    /// @throws IllegalStateException if the program was packed without it
    public static String beside(Class<?> owner, String name) {
        URL found = owner.getResource(name);
        if (found == null) {
            throw new IllegalStateException("no style sheet " + name);
        }
        return found.toExternalForm();
    }
}
