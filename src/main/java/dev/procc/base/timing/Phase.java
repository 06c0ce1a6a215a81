package dev.procc.base.timing;

/// A phase of a run, in the order in which a run goes through them.
public enum Phase {
  START("VM to main"),
  COMMAND("command found"),
  PROJECT("project found"),
  READ("read"),
  BIND("bound"),
  EXPAND("expanded"),
  RESOLVE("resolved"),
  RULES("rules"),
  FETCH("live read"),
  PLAN("planned"),
  RENDER("rendered"),
  WRITE("written");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /// What the table of a run calls it.
  String label() {
    return label;
  }
}
