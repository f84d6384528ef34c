/// The program's mark as the pictures that operating systems ask for; runs while building only.
@NullMarked
package io.windrose.icons.artwork;

import org.jspecify.annotations.NullMarked;
