package dev.procc.live.execution;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A store for plans while they are applied, for a resume. A resume without its plan still ends
/// with one live process, but the rest is planned again.
public interface PendingPlanStore {
  /// A store that keeps nothing.
  PendingPlanStore NONE =
      new PendingPlanStore() {
        @Override
        public String save(Plan plan) {
          return "";
        }

        @Override
        public Optional<ProcessPlan> find(String target, String identity, String hash) {
          return Optional.empty();
        }

        @Override
        public List<String> names(String target) {
          return List.of();
        }

        @Override
        public void clear(String target, List<String> names) {}
      };

  /// @return the name of the plan within its target
  String save(Plan plan) throws IOException;

  /// The plan of a process with a hash; empty if it was not kept.
  Optional<ProcessPlan> find(String target, String identity, String hash);

  /// The names of the stored plans of a target.
  List<String> names(String target);

  /// Removes plans of a target, of which nothing is pending any more.
  ///
  /// @param names the names that were listed before the check; another apply may have stored a plan
  ///   since
  void clear(String target, List<String> names) throws IOException;
}
