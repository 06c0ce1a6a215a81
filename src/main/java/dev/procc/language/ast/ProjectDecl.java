package dev.procc.language.ast;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of a project as written.
///
/// @param requires the versions of procc that can read it, `>=0.1`
/// @param targets by name, in written order
/// @param variables values for all targets
/// @param rules the severity, or `off`, by a rule's name or code
public record ProjectDecl(
    Scalar key,
    @Nullable Scalar requires,
    Map<String, TargetDecl> targets,
    @Nullable Mapping variables,
    @Nullable Mapping dates,
    @Nullable Mapping safety,
    @Nullable Mapping rules,
    List<SuppressionDecl> suppressions,
    LiveDecl live) {

  /// The settings about live processes.
  ///
  /// @param drift known drift
  /// @param adoptions processes to adopt
  public record LiveDecl(List<KnownDriftDecl> drift, List<AdoptionDecl> adoptions) {
    public LiveDecl {
      drift = List.copyOf(drift);
      adoptions = List.copyOf(adoptions);
    }
  }

  /// Drift that is known.
  ///
  /// @param at a pattern for addresses and fields
  /// @param until the last day on which it is known; null if it has no end
  public record KnownDriftDecl(Span span, Scalar at, @Nullable Scalar until, Scalar reason) {}

  /// A live process to be adopted for a definition.
  ///
  /// @param id of the process
  /// @param key the identity of the definition, `close@2024-Q4`
  /// @param target on which it lives; null for the only one
  public record AdoptionDecl(Scalar id, Scalar key, @Nullable Scalar target) {}

  /// A suppression of findings.
  ///
  /// @param rules their names or codes
  /// @param at a pattern for addresses; null for any
  /// @param file a pattern for paths; null for any
  /// @param until its last day; null if it has no end
  public record SuppressionDecl(
      Span span,
      List<Scalar> rules,
      @Nullable Scalar at,
      @Nullable Scalar file,
      @Nullable Scalar until,
      Scalar reason) {}

  /// The API of a target.
  ///
  /// @param region Workiva's region, instead of a URL
  /// @param version of the API
  public record ApiDecl(@Nullable Scalar region, @Nullable Scalar url, @Nullable Scalar version) {}

  /// A workspace of Workiva that the project is applied to.
  ///
  /// @param document as a whole, for expansion
  public record TargetDecl(
      Scalar name,
      Mapping document,
      ApiDecl api,
      @Nullable Scalar canary,
      @Nullable Scalar people,
      @Nullable Scalar documents,
      @Nullable Mapping variables,
      @Nullable Mapping safety,
      @Nullable YamlNode freeze) {}
}
