package dev.procc.base.timing;

/// A phase of a call of procc, in the order in which a call goes through them.
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

  /// Its name in the table of times.
  String label() {
    return label;
  }
}
