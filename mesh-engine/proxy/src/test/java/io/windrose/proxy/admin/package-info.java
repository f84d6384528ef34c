/// Tests of the admin interface.
@NullMarked
package io.windrose.proxy.admin;

import org.jspecify.annotations.NullMarked;
