package dev.procc.cli.live;

/// The help of the `procc state` commands.
final class StateHelp {
  private static final String EXAMPLES = "\n\nExamples:\n  procc state ";

  private StateHelp() {}

  static String details(String verb) {
    return "The ledger holds ids and hashes of what was applied, an entry for each process."
        + switch (verb) {
          case "verify" ->
              "\nEach process is read in Workiva; exit 3 when one is gone or is not as recorded."
                  + EXAMPLES
                  + "verify\n  procc state verify close@2024-Q4\n";
          case "mv" ->
              """

              For when the key of a process or of its period was changed in the definitions: the live
              process stays, with its records of evidence, under the new key. Workiva is not touched.\
              """
                  + EXAMPLES
                  + "mv close@2024-Q4 quarter-close@2024-Q4\n";
          case "forget" ->
              """

              The process belongs to no definition then. The next plan refuses to create another beside
              it and names procc adopt, which binds it again. Workiva is not touched.\
              """
                  + EXAMPLES
                  + "forget close@2023-Q4\n";
          case "show" -> EXAMPLES + "show close@2024-Q4\n";
          default -> EXAMPLES + "list --target prod\n";
        };
  }
}
