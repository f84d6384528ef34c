package io.windrose.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import picocli.CommandLine;

/// Makes the commands: those whose constructor asks for the console get it.
final class CommandFactory implements CommandLine.IFactory {
    private final Console console;
    private final Optional<PictureWriter> pictures;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    CommandFactory(Console console, Optional<PictureWriter> pictures) {
        this.console = console;
        this.pictures = pictures;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == GraphCommand.class) {
            return type.cast(new GraphCommand(console, pictures));
        }
        try {
            var constructor = type.getDeclaredConstructor(Console.class);
            constructor.setAccessible(true);
            return constructor.newInstance(console);
        } catch (NoSuchMethodException notACommandOfOurs) {
            return others.create(type);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("cannot make " + type.getName(), failure.getCause());
        }
    }
}
