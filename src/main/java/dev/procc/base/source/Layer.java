package dev.procc.base.source;

/// The part that a source text played in a value: what `explain value` calls its layers.
public enum Layer {
  WRITTEN("written here"),
  DEFAULT("default"),
  BUILT_IN("built-in default"),
  ARGUMENT("argument of the use"),
  TEMPLATE_USE("place of use"),
  LOOP("loop"),
  ROW("row"),
  CONDITION("condition"),
  VARIABLE("variable"),
  FLAG("command line"),
  ENVIRONMENT("environment"),
  TARGET("target"),
  PERIOD("period"),
  ONE_OFF_CHANGE("one-off change"),
  PERSON("person"),
  DOCUMENT("document"),
  CALENDAR("calendar"),
  REFERENCE("refers to"),
  /// What another layer stands in front of.
  OVERRIDDEN("instead of");

  private final String label;

  Layer(String words) {
    this.label = words;
  }

  /// The words a reader sees.
  public String label() {
    return label;
  }
}
