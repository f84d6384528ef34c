/// How the program looks: fonts, colours of both themes and the signs that go with colours.
@NullMarked
package io.windrose.shell.theme;

import org.jspecify.annotations.NullMarked;
