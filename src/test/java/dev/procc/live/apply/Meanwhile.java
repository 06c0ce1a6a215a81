package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.procc.live.planfile.Plan;

/// What can happen to an apply in a test: an edit of Olga's in Workiva, an action directly after a
/// call, the end of the program.
record Meanwhile(ApplyFixture bench) {
  static final String HERS = "Olga was here";

  /// An action that happens once.
  interface Deed {
    void run() throws Exception;
  }

  /// Olga gives a process another name.
  void rename(String id) throws Exception {
    edit(id, "'/name':'" + HERS + "'");
  }

  /// Olga edits a process.
  ///
  /// @param values `'/POINTER':VALUE`
  void edit(String id, String values) throws Exception {
    bench.control(
        "POST",
        "/processes/" + id + "/edit",
        "{'user':'olga','unchecked':true,'set':{" + values + "}}");
  }

  String name(String id) throws Exception {
    return bench.api.get(id, true).text("name").orElse("");
  }

  /// Runs an action directly after the next call of a kind.
  void after(String call, Deed deed) {
    bench.afterCall =
        () -> {
          if (bench.calls.getLast().startsWith(call)) {
            bench.afterCall = () -> {};
            try {
              deed.run();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        };
  }

  /// The program ends at a write of the ledger.
  ///
  /// @param stored whether the write is stored
  void crash(Plan plan, int write, boolean stored) {
    Apply dying =
        new Apply(
            bench
                .context(new CrashTest.CrashingStore(bench.store, write, stored))
                .withPendingPlans(bench.plans));
    assertThrows(CrashTest.SimulatedCrash.class, () -> dying.run(plan));
  }
}
