package dev.procc.cli.frame;

/// The kind of the value of an option or of an operand, for completion.
public enum ValueKind {
  /// A file or a folder, which shells complete by themselves.
  FILE,
  /// A key of a process, or `key@period`.
  PROCESS,
  /// An address in a process, optionally with a field after a colon.
  ADDRESS,
  PERIOD,
  CALENDAR,
  /// `CALENDAR:DATE`.
  CALENDAR_DAY,
  /// `PERSON:FROM..TO`.
  ABSENCE,
  TARGET,
  /// The code of a country, a region or an exchange whose holidays are known, `de-by`.
  COUNTRY,
  /// `NAME=VALUE`.
  VARIABLE,
  COMMAND,
  SHELL,
  /// A kind of document.
  DOCUMENT_KIND,
  /// A topic of `explain`: a code or name of a finding, a kind of document, a field, `date` or
  /// `value`.
  TOPIC,
  /// A server behaviour that a probe measures.
  QUESTION
}
