/// Tests of the YAML editor as a control.
@NullMarked
package io.windrose.view.yaml;

import org.jspecify.annotations.NullMarked;
