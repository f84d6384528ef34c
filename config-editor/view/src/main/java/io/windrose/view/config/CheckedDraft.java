package io.windrose.view.config;

import io.windrose.config.patch.LineDiff;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.Referrer;
import java.util.List;

/// All that follows from one state of the draft that lies open.
///
/// @param leftBehind who still names objects that it takes away
record CheckedDraft(
        Draft draft,
        Diagnosis diagnosis,
        List<LineDiff.Line> difference,
        List<Referrer> leftBehind) {}
