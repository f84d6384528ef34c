/// The route configurations of one proxy: virtual hosts and the routes of VirtualServices.
@NullMarked
package io.windrose.translate.route;

import org.jspecify.annotations.NullMarked;
