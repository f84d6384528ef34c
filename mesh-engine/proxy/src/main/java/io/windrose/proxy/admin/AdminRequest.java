package io.windrose.proxy.admin;

import java.util.Map;

/// @param path without query
/// @param query first value of each name; a name without `=` has an empty value
record AdminRequest(boolean post, String path, Map<String, String> query) {

    boolean has(String name) {
        return query.containsKey(name);
    }
}
