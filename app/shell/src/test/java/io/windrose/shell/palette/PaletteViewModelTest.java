package io.windrose.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.icons.Icon;
import io.windrose.shell.palette.Target.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaletteViewModelTest {
    private final List<String> events = new ArrayList<>();
    private final PaletteViewModel model =
            new PaletteViewModel(
                    () ->
                            List.of(
                                    target(Group.DO, "Shift traffic of reviews", ""),
                                    target(Group.GO, "productpage", "service, bookinfo"),
                                    target(Group.GO, "reviews-v3", "version, bookinfo"),
                                    target(Group.GO, "reviews", "service, bookinfo"),
                                    target(Group.DO, "Apply", "The folder is not writable")),
                    () -> events.add("closed"));

    @Test
    void theBestMatchIsChosenAndPlacesComeBeforeDeeds() {
        model.type("rev");

        assertThat(titles()).containsExactly("reviews", "reviews-v3", "Shift traffic of reviews");
        assertThat(model.chosenTarget().map(Target::title)).contains("reviews");
    }

    @Test
    void enterClosesFirstAndThenRuns() {
        model.type("rev");
        model.move(1);
        model.run();

        assertThat(events).containsExactly("closed", "reviews-v3");
    }

    @Test
    void theChoiceGoesRound() {
        model.type("rev");
        model.move(-1);

        assertThat(model.chosenTarget().map(Target::title)).contains("Shift traffic of reviews");
    }

    @Test
    void lettersMayStandApartButInOrder() {
        model.type("stor");

        assertThat(titles()).containsExactly("Shift traffic of reviews");
    }

    @Test
    void whatCannotRunStaysAndSaysWhy() {
        model.type("apply");
        model.run();

        assertThat(events).isEmpty();
        assertThat(model.chosenTarget().flatMap(Target::hindrance))
                .contains("The folder is not writable");
    }

    private List<String> titles() {
        return model.foundProperty().get().stream().map(Target::title).toList();
    }

    private Target target(Group group, String title, String detail) {
        boolean hindered = title.equals("Apply");
        return new Target(
                group,
                Icon.SEARCH,
                title,
                hindered ? "" : detail,
                Optional.empty(),
                "",
                hindered ? Optional.of(detail) : Optional.empty(),
                () -> events.add(title));
    }
}
