package dev.procc.cli.frame;

/// The heading under which help lists a command.
public enum CommandGroup {
  WRITE("Write definitions"),
  DATES("Understand dates"),
  LIVE("Change the live process"),
  WATCH("Watch and look after it"),
  REVIEW("Work in pull requests"),
  TOOLS("Tools");

  private final String title;

  CommandGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
