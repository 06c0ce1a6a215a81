package dev.procc.base.source;

/// The role of a source text in a value, a layer in `explain value`.
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
  /// A value that another layer has replaced.
  OVERRIDDEN("instead of");

  private final String label;

  Layer(String words) {
    this.label = words;
  }

  /// The words of `explain value`.
  public String label() {
    return label;
  }
}
