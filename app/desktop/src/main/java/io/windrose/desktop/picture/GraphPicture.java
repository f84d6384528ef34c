package io.windrose.desktop.picture;

import io.windrose.canvas.DisplayPicture;
import io.windrose.cli.CommandFailure;
import io.windrose.cli.ExitCode;
import io.windrose.cli.PictureWriter;
import io.windrose.desktop.start.Surroundings;
import io.windrose.desktop.start.Toolkit;
import io.windrose.shell.theme.Fonts;
import io.windrose.topology.display.DisplayList;
import io.windrose.topology.display.Theme;
import java.util.concurrent.CompletableFuture;

/// Draws `graph -o png` as the window would. Once in a process: the toolkit starts for it.
public final class GraphPicture implements PictureWriter {
    /// For screens of two pixels where one is meant.
    private static final double SCALE = 2;

    @Override
    public byte[] png(DisplayList page, Theme theme) {
        Toolkit.drawInMemory();
        var picture = new CompletableFuture<byte[]>();
        var obstacles =
                Toolkit.start(
                        Surroundings.ofThisProcess(),
                        () -> {
                            try {
                                Fonts.load();
                                var drawn = DisplayPicture.of(page, theme, SCALE);
                                picture.complete(Png.bytes(drawn));
                            } catch (RuntimeException fault) {
                                picture.completeExceptionally(fault);
                            }
                        });
        if (!obstacles.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_APPLICABLE, obstacles);
        }
        return picture.join();
    }
}
