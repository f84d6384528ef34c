package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;

/// A key with its value, or an item of a list, as it stands in the text.
///
/// @param start of the key, of the dash, or of an item in brackets
/// @param inner behind the colon or the dash; `start` for an item in brackets
/// @param end without trailing blanks and comments
/// @param comma in brackets, the place of the comma behind it; -1 for none
record Member(int start, int inner, int end, int comma, ConfigTree value) {}
