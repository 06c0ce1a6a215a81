package dev.procc.live.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The options of an apply, which allow more than the plan.
///
/// @param chosen the options that are on
/// @param acceptedFields fields that may be read back with another value than was sent, `FIELD` or
///   `ADDRESS:FIELD`
/// @param unprotects whether the protection of the process was lifted
public record ApplyOptions(
    Set<ApplyOption> chosen, Set<String> acceptedFields, boolean unprotects) {
  /// No options.
  public static final ApplyOptions NONE = new ApplyOptions(Set.of(), Set.of(), false);

  private static final String UNPROTECT = "unprotect";
  private static final String ACCEPT = "accept:";

  public ApplyOptions {
    chosen = Collections.unmodifiableSet(copyOf(chosen));
    acceptedFields = Collections.unmodifiableSet(new LinkedHashSet<>(acceptedFields));
  }

  /// An option that is on or off.
  public enum ApplyOption {
    /// A replaced process is not moved to the bin.
    KEEP_OLD,
    /// Findings of the server's validation do not stop a new process.
    ALLOW_INVALID,
    /// A process with a run that has ended is moved to the bin.
    DESTROY_EVIDENCE;

    /// The option in a ledger entry: `keep-old`.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The options that are on, as written in a ledger entry.
  public List<String> words() {
    List<String> words = new ArrayList<>(chosen.stream().map(ApplyOption::word).toList());
    acceptedFields.forEach(field -> words.add(ACCEPT + field));
    if (unprotects) {
      words.add(UNPROTECT);
    }
    return List.copyOf(words);
  }

  /// A copy with the options of an interrupted apply switched on too; unknown options of another
  /// version are ignored.
  public ApplyOptions withWords(List<String> words) {
    Set<ApplyOption> all = copyOf(chosen);
    for (ApplyOption option : ApplyOption.values()) {
      if (words.contains(option.word())) {
        all.add(option);
      }
    }
    Set<String> fields = new LinkedHashSet<>(acceptedFields);
    for (String word : words) {
      if (word.startsWith(ACCEPT)) {
        fields.add(word.substring(ACCEPT.length()));
      }
    }
    return new ApplyOptions(all, fields, unprotects || words.contains(UNPROTECT));
  }

  private static Set<ApplyOption> copyOf(Set<ApplyOption> options) {
    Set<ApplyOption> copy = EnumSet.noneOf(ApplyOption.class);
    copy.addAll(options);
    return copy;
  }

  public boolean has(ApplyOption option) {
    return chosen.contains(option);
  }

  /// Whether a field of a node may be read back with any value.
  public boolean accepts(String address, String field) {
    return acceptedFields.contains(field) || acceptedFields.contains(address + ":" + field);
  }

  /// A copy with an option on or off.
  public ApplyOptions with(ApplyOption option, boolean on) {
    Set<ApplyOption> changed = copyOf(chosen);
    if (on) {
      changed.add(option);
    } else {
      changed.remove(option);
    }
    return new ApplyOptions(changed, acceptedFields, unprotects);
  }

  public ApplyOptions withAccepted(Set<String> fields) {
    return new ApplyOptions(chosen, fields, unprotects);
  }

  /// A copy for a process whose protection was lifted.
  public ApplyOptions withUnprotected() {
    return new ApplyOptions(chosen, acceptedFields, true);
  }
}
