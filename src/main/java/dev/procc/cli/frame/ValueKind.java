package dev.procc.cli.frame;

/// What the value of an option or an operand is, for completion.
public enum ValueKind {
  /// A file or a folder: shells complete it by themselves.
  FILE,
  /// A key of a process, or `key@period`.
  PROCESS,
  /// An address in a process, and a field of it behind a colon.
  ADDRESS,
  PERIOD,
  CALENDAR,
  /// `CALENDAR:DATE`.
  CALENDAR_DAY,
  /// `PERSON:FROM..TO`.
  ABSENCE,
  TARGET,
  /// `NAME=VALUE`.
  VARIABLE,
  COMMAND,
  SHELL,
  /// A kind of document.
  DOCUMENT_KIND,
  /// A code of a finding, `date` or `value`.
  TOPIC,
  /// A question that a probe answers.
  QUESTION
}
