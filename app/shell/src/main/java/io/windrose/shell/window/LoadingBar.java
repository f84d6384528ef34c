package io.windrose.shell.window;

import io.windrose.shell.frame.LiveMesh;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;

/// A thin bar that appears when an answer is waited for longer than a moment.
final class LoadingBar extends Pane {
    private static final double HEIGHT = 2;
    private static final double SHARE = 0.3;
    private static final Duration PATIENCE = Duration.millis(300);
    private static final Duration PASS = Duration.millis(1200);

    private final Region bar = new Region();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Timeline pass = new Timeline();
    private final boolean still;
    private final Subscription subscription;

    /// @param still stands instead of moving, for reduced motion
    LoadingBar(LiveMesh mesh, boolean still) {
        this.still = still;
        bar.getStyleClass().add("wr-loading");
        getChildren().add(bar);
        setId("loading");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setVisible(false);
        setMouseTransparent(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.setHeight(HEIGHT);
        setClip(clip);
        patience.setOnFinished(_ -> start());
        subscription =
                mesh.waitingProperty()
                        .subscribe(waiting -> {
                            if (waiting) {
                                patience.playFromStart();
                            } else {
                                stop();
                            }
                        });
    }

    void end() {
        subscription.unsubscribe();
        stop();
    }

    private void start() {
        setVisible(true);
        if (!still) {
            pass.getKeyFrames()
                    .setAll(
                            new KeyFrame(
                                    Duration.ZERO,
                                    new KeyValue(bar.translateXProperty(), -SHARE * getWidth())),
                            new KeyFrame(
                                    PASS,
                                    new KeyValue(
                                            bar.translateXProperty(),
                                            getWidth(),
                                            Interpolator.EASE_BOTH)));
            pass.setCycleCount(Timeline.INDEFINITE);
            pass.playFromStart();
        }
    }

    private void stop() {
        patience.stop();
        pass.stop();
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, SHARE * getWidth(), HEIGHT);
    }
}
