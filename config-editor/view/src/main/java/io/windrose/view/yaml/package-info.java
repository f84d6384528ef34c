/// A text editor for YAML that shows what is wrong and proposes what could be written.
@NullMarked
package io.windrose.view.yaml;

import org.jspecify.annotations.NullMarked;
