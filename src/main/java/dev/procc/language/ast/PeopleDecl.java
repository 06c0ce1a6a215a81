package dev.procc.language.ast;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People and roles as written.
///
/// @param people by alias
/// @param roles by name, each with the alias of the person who has it
/// @param unreadable names of people and roles that could not be read; with [Unknown#LOST_KEY] any
///   name may be one
public record PeopleDecl(
    Scalar key,
    Map<String, PersonDecl> people,
    Map<String, RoleDecl> roles,
    Set<String> unreadable) {
  /// Whether a name that is not listed may be one that could not be read.
  public boolean mayHave(String name) {
    return unreadable.contains(name) || unreadable.contains(Unknown.LOST_KEY);
  }

  /// The people for an unknown key, about whom nothing is known.
  public static PeopleDecl unreadable(Scalar key) {
    return new PeopleDecl(key, Map.of(), Map.of(), Set.of(Unknown.LOST_KEY));
  }

  /// A person.
  ///
  /// @param type `user` if none is written
  public record PersonDecl(
      Scalar alias,
      Scalar id,
      @Nullable Scalar name,
      @Nullable Scalar email,
      @Nullable Scalar type,
      @Nullable Scalar calendar,
      List<AbsenceDecl> absences) {

    /// The name for people; the alias if it has none.
    public String displayName() {
      return name == null ? alias.value() : name.value();
    }

    /// The type as the API knows it.
    public String typeName() {
      return type == null ? "user" : type.value();
    }

    /// Whether both are one participant of Workiva.
    public boolean isSameParticipant(PersonDecl other) {
      return id.value().equals(other.id.value()) && typeName().equals(other.typeName());
    }
  }

  /// A role, and the person who has it.
  public record RoleDecl(Scalar role, Scalar person) {}

  /// An absence, its first and last day included.
  public record AbsenceDecl(LocalDate from, LocalDate to, @Nullable Scalar cover, Mapping written) {
    public Span span() {
      return written.span();
    }
  }
}
