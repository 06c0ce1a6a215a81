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
  /// A code of a country, a region or an exchange whose days off are known, `de-by`.
  COUNTRY,
  /// `NAME=VALUE`.
  VARIABLE,
  COMMAND,
  SHELL,
  /// A kind of document.
  DOCUMENT_KIND,
  /// A code or a name of a finding, a kind of document, a field, `date` or `value`.
  TOPIC,
  /// A question that a probe answers.
  QUESTION
}
