package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind of action: the work of a job.
///
/// @param name the API's word, in `action` and `arguments.type`
/// @param arguments the schema of its arguments
/// @param argumentsMember the member of `ActionArguments` that holds them
/// @param argumentsPublished whether the API says what the arguments are; where it does not, a
///   definition passes raw JSON through
/// @param serverGenerated whether only the server makes jobs of this kind
public record ActionKind(
    String name,
    @Nullable Schema arguments,
    String argumentsMember,
    boolean argumentsPublished,
    boolean serverGenerated) {
  public static final ActionKind SEND_TASK =
      new ActionKind("sendTask", Schema.SEND_TASK_ARGUMENTS, "sendTaskArgs", true, false);
  public static final ActionKind CONTENT_REQUEST =
      new ActionKind(
          "contentRequest", Schema.CONTENT_REQUEST_ARGUMENTS, "contentRequestArgs", true, false);
  public static final ActionKind CERTIFICATION =
      new ActionKind(
          "certification", Schema.CERTIFICATION_ARGUMENTS, "certificationArgs", false, false);

  /// The kinds that a definition can use.
  public static final List<ActionKind> WRITABLE =
      List.of(SEND_TASK, CONTENT_REQUEST, CERTIFICATION);

  /// Every kind the API names.
  public static final List<ActionKind> ALL =
      List.of(
          SEND_TASK,
          CONTENT_REQUEST,
          CERTIFICATION,
          new ActionKind("certificationSignerGenerated", null, "certSignerArgs", false, true),
          new ActionKind("certificationApproverGenerated", null, "certApproverArgs", false, true),
          new ActionKind(
              "certificationConditionalApproverGenerated", null, "certApproverArgs", false, true),
          new ActionKind(
              "certificationPhaseFinalizerGenerated", null, "certPhaseFinalizerArgs", false, true));

  // Written out: what a record has by itself is linked at run time, and every cold start would pay.
  // A kind is known by its name.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ActionKind that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /// The kind of that name, when there is one.
  public static @Nullable ActionKind byName(String name) {
    for (ActionKind kind : ALL) {
      if (kind.name.equals(name)) {
        return kind;
      }
    }
    return null;
  }
}
