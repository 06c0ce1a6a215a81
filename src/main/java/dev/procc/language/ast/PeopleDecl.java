package dev.procc.language.ast;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Scalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// People and roles as written.
///
/// @param people alias to person
/// @param roles role to the alias of the person who holds it
public record PeopleDecl(Scalar key, Map<String, PersonDecl> people, Map<String, RoleDecl> roles) {

  /// A person.
  ///
  /// @param type `user` unless written
  public record PersonDecl(
      Scalar alias,
      Scalar id,
      @Nullable Scalar name,
      @Nullable Scalar email,
      @Nullable Scalar type,
      @Nullable Scalar calendar,
      List<AbsenceDecl> absences) {

    /// What people read: the name, or else the alias.
    public String displayName() {
      return name == null ? alias.value() : name.value();
    }
  }

  /// Who holds a role.
  public record RoleDecl(Scalar role, Scalar person) {}

  /// An absence, its first and last day included.
  public record AbsenceDecl(LocalDate from, LocalDate to, @Nullable Scalar cover, Span span) {}
}
