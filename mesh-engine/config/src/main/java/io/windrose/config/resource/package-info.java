/// Every kind of object that a mesh configuration is made of, as immutable records.
///
/// Absence has one form: text, lists and maps are empty, a section has a `NONE`, and `Optional`
/// stands only where an unset field means something that no value of it means.
@NullMarked
package io.windrose.config.resource;

import org.jspecify.annotations.NullMarked;
