package io.windrose.cli;

import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;

/// Makes the commands: those whose constructor asks for the console get it.
final class CommandFactory implements CommandLine.IFactory {
    private final Console console;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    CommandFactory(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
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
