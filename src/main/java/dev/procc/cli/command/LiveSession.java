package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.Instance;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.ApplyEvents;
import dev.procc.live.apply.ApplySettings;
import dev.procc.live.apply.EvidenceStore;
import dev.procc.live.apply.Generations;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.Rebuild;
import dev.procc.live.apply.Runs;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Names;
import dev.procc.live.plan.RunConfirmation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the commands that work on one live process by its key share: the compiled project, the
/// client, the ledger.
final class LiveSession implements AutoCloseable {
  private final Compilation compilation;
  private final LiveAccess access;
  private final ApiClient client;
  private final LedgerStore store;
  private final ApplySettings settings;
  private final Call call;

  private LiveSession(
      Call call, Compilation compilation, LiveAccess access, ApiClient client, LocalDate today)
      throws Failure {
    this.call = call;
    this.compilation = compilation;
    this.access = access;
    this.client = client;
    store = LiveAccess.store(call, compilation);
    settings = ApplySettings.of(access.target(), access.url().toString(), today);
  }

  static LiveSession open(Call call) throws Failure {
    Compilation compilation = Definitions.compileAll(call);
    LiveAccess access = LiveAccess.of(call, compilation);
    return new LiveSession(
        call, compilation, access, access.open(), Definitions.today(call, compilation));
  }

  Compilation compilation() {
    return compilation;
  }

  String target() {
    return access.target();
  }

  /// The identity that a word of the command line means: a process of the project, or one that only
  /// the ledger knows. Without a word the only one there is.
  String identity() throws Failure {
    Set<String> known = new LinkedHashSet<>();
    for (Instance instance : compilation.project().instances()) {
      known.add(instance.identity());
    }
    try {
      for (LedgerEntry entry : store.list(access.target())) {
        known.add(entry.identity());
      }
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), null);
    }
    if (call.operands().isEmpty()) {
      if (known.size() == 1) {
        return known.iterator().next();
      }
      throw Failure.usage("name the process", "one of " + String.join(", ", known));
    }
    String word = call.operands().getFirst();
    if (known.contains(word)) {
      return word;
    }
    List<String> periods = new ArrayList<>();
    for (String identity : known) {
      if (identity.startsWith(word + "@")) {
        periods.add(identity);
      }
    }
    if (periods.size() == 1) {
      return periods.getFirst();
    }
    throw Failure.nothing(
        "\"" + word + "\" is the key of no process",
        periods.isEmpty()
            ? Spelling.hint(word, known).orElse(null)
            : "say which period: " + String.join(", ", periods));
  }

  /// The compiled process of an identity; absent where the definition is gone or does not compile.
  @Nullable CompiledProcess compiled(String identity) {
    for (CompiledProcess process : compilation.processes()) {
      if (process.identity().equals(identity)) {
        return process;
      }
    }
    return null;
  }

  Names names() {
    return Wishes.names(compilation.processes());
  }

  Runs runs() {
    return new Runs(client, store, settings, ApplyEvents.NONE, LiveAccess::pause);
  }

  /// How every apply of a process went.
  EvidenceStore evidence() {
    return LiveAccess.evidence(store, compilation);
  }

  /// Records steps that people did in a run.
  void recordConfirmed(String identity, RunConfirmation confirmation) throws IOException {
    ApplyCommand.evidence(call, store, compilation)
        .confirmed(access.target(), settings.origin(), identity, confirmation.name(), confirmation);
  }

  Generations generations() {
    return new Generations(
        client, store, settings, ApplyEvents.NONE, call.env().clock(), LiveAccess::pause);
  }

  /// Finds the processes of entries that were lost.
  Rebuild rebuild() {
    return new Rebuild(client, store, settings, call.env().clock(), LiveAccess::pause);
  }

  /// What a stop means for the command.
  static Failure failure(Halt halt) {
    int exit = halt.verdict().exit();
    String help = halt.help();
    return new Failure(
        exit == Exit.OK ? Exit.ERROR : exit,
        String.valueOf(halt.getMessage()),
        help.isEmpty() ? null : help);
  }

  @Override
  public void close() {
    client.close();
  }
}
