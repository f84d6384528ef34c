/// What people know only afterwards: settings that are valid and do something else than they seem
/// to, and leftovers.
@NullMarked
package io.windrose.analysis.check.pitfall;

import org.jspecify.annotations.NullMarked;
