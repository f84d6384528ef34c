/// What a document of each kind may say, in one hand-written set of schemas: types, limits,
/// choices, rules between fields, and what each field means.
@NullMarked
package io.windrose.config.schema;

import org.jspecify.annotations.NullMarked;
