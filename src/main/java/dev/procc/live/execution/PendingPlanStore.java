package dev.procc.live.execution;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.io.IOException;
import java.util.Optional;

/// A store for plans while they are applied, for a resume. A resume without its plan still ends
/// with one live process, but the rest is planned again.
public interface PendingPlanStore {
  /// A store that keeps nothing.
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

  /// The plan of a process with a hash; empty if it was not kept.
  Optional<ProcessPlan> find(String target, String identity, String hash);

  /// Removes the plans of a target when nothing of it is pending any more.
  void clear(String target) throws IOException;
}
