package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind of action, which is what a job does. Each kind is one row.
///
/// @param name the API's word, in `action` and `arguments.type`
/// @param arguments the schema of its arguments; null if only the server creates such jobs
/// @param argumentsMember the member of `ActionArguments` that contains them
/// @param argumentsPublished whether the API documents the arguments; if not, a definition passes
///   raw JSON through
/// @param noun what plans call such a job: `task`, `request`
/// @param doc a sentence that says what it is
public record ActionKind(
    String name,
    @Nullable Schema arguments,
    String argumentsMember,
    boolean argumentsPublished,
    String noun,
    String doc) {
  public static final ActionKind SEND_TASK =
      new ActionKind(
          "sendTask",
          Schema.SEND_TASK_ARGUMENTS,
          "sendTaskArgs",
          true,
          "task",
          "A task sent to a person.");
  public static final ActionKind CONTENT_REQUEST =
      new ActionKind(
          "contentRequest",
          Schema.CONTENT_REQUEST_ARGUMENTS,
          "contentRequestArgs",
          true,
          "request",
          "A request for content of a document's section.");
  public static final ActionKind CERTIFICATION =
      new ActionKind(
          "certification",
          Schema.CERTIFICATION_ARGUMENTS,
          "certificationArgs",
          false,
          "certification",
          "A certification; the API does not publish its arguments, so they pass through.");

  /// The kinds that a definition can use.
  public static final List<ActionKind> WRITABLE =
      List.of(SEND_TASK, CONTENT_REQUEST, CERTIFICATION);

  /// The kinds of the jobs that a certification creates by itself.
  private static final List<ActionKind> GENERATED =
      List.of(
          generated("certificationSignerGenerated", "certSignerArgs"),
          generated("certificationApproverGenerated", "certApproverArgs"),
          generated("certificationConditionalApproverGenerated", "certApproverArgs"),
          generated("certificationPhaseFinalizerGenerated", "certPhaseFinalizerArgs"));

  private static ActionKind generated(String name, String argumentsMember) {
    return new ActionKind(name, null, argumentsMember, false, "task", "");
  }

  /// A kind that the server returned and this table does not have.
  public static ActionKind unknown(String name) {
    return new ActionKind(name, null, "", false, "task", "");
  }

  /// Whether only the server creates jobs of this kind.
  public boolean isServerGenerated() {
    return GENERATED.contains(this);
  }

  // Written out: the one of a record is linked at run time, which slows a cold start.
  // Kinds are equal by name.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ActionKind that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /// The kind with a name; null if there is none.
  public static @Nullable ActionKind byName(String name) {
    ActionKind kind = find(WRITABLE, name);
    return kind == null ? find(GENERATED, name) : kind;
  }

  private static @Nullable ActionKind find(List<ActionKind> kinds, String name) {
    for (ActionKind kind : kinds) {
      if (kind.name.equals(name)) {
        return kind;
      }
    }
    return null;
  }
}
