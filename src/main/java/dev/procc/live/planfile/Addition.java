package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task that a call adds to a run.
///
/// @param address in the definition
/// @param kind its action
/// @param job as the call sends it
/// @param group address of the group it goes to
/// @param follows address of the sibling before it; absent where it is the first
/// @param precedes address of the sibling after it; absent where it is the last
/// @param starts `at-once`: it starts as soon as it is there; `later`: after `waitsFor`; `passed`:
///   what comes after it has started already, so it starts immediately; `manual`: somebody starts
///   it
/// @param waitsFor address of what it waits for; absent where it waits for nothing
/// @param operation id of the operation that adds it; empty where the plan has none
/// @param mails ids of the people who get mail when it starts
public record Addition(
    String address,
    String kind,
    String title,
    Json job,
    String group,
    @Nullable String follows,
    @Nullable String precedes,
    String starts,
    @Nullable String waitsFor,
    String operation,
    List<String> mails,
    List<Cause> causes) {
  public static final String AT_ONCE = "at-once";
  public static final String LATER = "later";
  public static final String PASSED = "passed";
  public static final String MANUAL = "manual";

  public Addition {
    mails = List.copyOf(mails);
    causes = List.copyOf(causes);
  }
}
