/// One file under edit: its draft, what is wrong with it, what could be written and what it means.
@NullMarked
package io.windrose.session.edit;

import org.jspecify.annotations.NullMarked;
