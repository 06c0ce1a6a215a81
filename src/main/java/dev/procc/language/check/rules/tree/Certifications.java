package dev.procc.language.check.rules.tree;

import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;

/// What the rules about certifications share.
final class Certifications {
  private Certifications() {}

  static int count(Subject subject) {
    int count = 0;
    for (Task task : subject.tasks()) {
      count += task.is("certification") ? 1 : 0;
    }
    return count;
  }
}
