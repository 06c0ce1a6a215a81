package dev.procc.live.execution;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.io.IOException;
import java.util.Optional;

/// Keeps a plan while it is carried out, for whoever resumes it. A resume without it still ends
/// with one live process, but plans anew instead of going on.
public interface PendingPlanStore {
  /// Keeps nothing.
  PendingPlanStore NONE =
      new PendingPlanStore() {
        @Override
        public void save(Plan plan) {}

        @Override
        public Optional<ProcessPlan> find(String target, String identity, String hash) {
          return Optional.empty();
        }

        @Override
        public void clear(String target) {}
      };

  void save(Plan plan) throws IOException;

  /// The plan of that process with that hash, where one was kept.
  Optional<ProcessPlan> find(String target, String identity, String hash);

  /// Forgets the plans of a target: nothing of it is pending any more.
  void clear(String target) throws IOException;
}
