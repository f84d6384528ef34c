package io.windrose.prometheus;

import java.util.Map;

/// One element of an instant vector.
record LabelledValue(Map<String, String> labels, double value) {
    LabelledValue {
        labels = Map.copyOf(labels);
    }
}
