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
/// @param requires the versions of procc that read it, `>=0.1`
/// @param targets by name, in the order written
/// @param variables values on every target
/// @param rules a rule's name or code to its severity, or `off`
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

  /// What is said of live processes.
  ///
  /// @param drift edits made in Workiva that are known
  /// @param adoptions processes to bind
  public record LiveDecl(List<KnownDriftDecl> drift, List<AdoptionDecl> adoptions) {
    public LiveDecl {
      drift = List.copyOf(drift);
      adoptions = List.copyOf(adoptions);
    }
  }

  /// An edit made in Workiva that is known.
  ///
  /// @param at a pattern of addresses and fields
  /// @param until the last day on which it is known; null for no end
  public record KnownDriftDecl(Span span, Scalar at, @Nullable Scalar until, Scalar reason) {}

  /// A live process that is to be the one of a definition.
  ///
  /// @param id of the process
  /// @param key the identity of the definition, `close@2024-Q4`
  /// @param target the target it lives on; null for the only one
  public record AdoptionDecl(Scalar id, Scalar key, @Nullable Scalar target) {}

  /// Findings that are suppressed.
  ///
  /// @param rules their names or codes
  /// @param at a pattern of addresses; null for any
  /// @param file a pattern of paths; null for any
  /// @param until the last day on which they are; null for no end
  public record SuppressionDecl(
      Span span,
      List<Scalar> rules,
      @Nullable Scalar at,
      @Nullable Scalar file,
      @Nullable Scalar until,
      Scalar reason) {}

  /// Where the API of a target is.
  ///
  /// @param region Workiva's region, instead of an address
  /// @param version the version of the API
  public record ApiDecl(@Nullable Scalar region, @Nullable Scalar url, @Nullable Scalar version) {}

  /// A workspace of Workiva that the project is applied to.
  ///
  /// @param document all of it, for what expansion takes from it
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
