package dev.procc.language.compile;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.yaml.Edits;
import dev.procc.language.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Carries out the fixes of findings, in memory, until none is left that can be carried out.
///
/// Of the fixes of a finding, which are alternatives, the first is taken. A round carries out all
/// that do not touch each other and compiles again; what one fix uncovers, the next round mends.
/// Two findings of one code that want different texts at one place (a template line that is due on
/// different days in different uses) get neither. A file that could not be read as it is, is not
/// touched, and no file comes out with more errors of syntax than it went in with.
///
/// ```java
/// Fixer.Fixed fixed = Fixer.run(tree, t -> compile(t), Fixer.Which.SAFE);
/// fixed.texts();   // {close.process.yaml=...}, only files that differ
/// ```
public final class Fixer {
  /// Which fixes are carried out.
  public enum Which {
    /// Only fixes that keep what the author meant.
    SAFE,
    /// All fixes.
    ALL
  }

  /// Each round mends what the last one uncovered; a chain longer than this is no repair.
  private static final int ROUNDS = 20;

  /// What came of it.
  ///
  /// @param compilation of the fixed texts
  /// @param texts the files that differ, by path
  /// @param before what they were
  /// @param done in the order of the rounds; places are those of the text of their round
  public record Fixed(
      Compilation compilation,
      Map<String, String> texts,
      Map<String, String> before,
      List<Done> done) {
    public Fixed {
      texts = new TreeMap<>(texts);
      before = new TreeMap<>(before);
      done = List.copyOf(done);
    }
  }

  /// A fix that was carried out.
  ///
  /// @param places how many findings had it: a line of a template has one for each use
  public record Done(Diagnostic finding, Fix fix, int places) {}

  /// A fix that may be carried out, with its edits in the texts of this round.
  private record Wish(Diagnostic finding, Fix fix, Fix here) {}

  private final FileTree tree;
  private final Function<FileTree, Compilation> compiler;
  private final Which which;
  private final Predicate<String> writable;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> before = new TreeMap<>();
  private final List<Done> done = new ArrayList<>();
  private final Set<Map<String, String>> states = new HashSet<>();

  private Fixer(
      FileTree tree,
      Function<FileTree, Compilation> compiler,
      Which which,
      Predicate<String> writable) {
    this.writable = writable;
    this.tree = tree;
    this.compiler = compiler;
    this.which = which;
  }

  /// Fixes what can be fixed.
  ///
  /// @param tree the files as they are
  /// @param compiler compiles what is asked for, from a tree with changed texts
  public static Fixed run(FileTree tree, Function<FileTree, Compilation> compiler, Which which) {
    return run(tree, compiler, which, path -> true);
  }

  /// The same in some files only.
  ///
  /// @param writable whether the file of a path may be changed; a fix that needs another one waits
  public static Fixed run(
      FileTree tree,
      Function<FileTree, Compilation> compiler,
      Which which,
      Predicate<String> writable) {
    return new Fixer(tree, compiler, which, writable).run();
  }

  private Fixed run() {
    FileTree current = tree;
    Compilation compilation = compiler.apply(current);
    states.add(Map.of());
    for (int round = 0; round < ROUNDS; round++) {
      Round next = new Round(current, compilation.diagnostics());
      Map<String, String> changed = next.carryOut();
      next.originals.forEach(before::putIfAbsent);
      Map<String, String> state = new TreeMap<>(texts);
      state.putAll(changed);
      before.forEach((path, text) -> state.remove(path, text));
      if (changed.isEmpty() || !states.add(state)) {
        break;
      }
      texts.putAll(changed);
      done.addAll(next.done);
      current = new OverlayTree(tree, texts);
      compilation = compiler.apply(current);
    }
    before.forEach((path, text) -> texts.remove(path, text));
    before.keySet().retainAll(texts.keySet());
    return new Fixed(compilation, texts, before, done);
  }

  /// One pass over the findings of one compilation.
  private final class Round {
    final Map<String, String> originals = new TreeMap<>();
    final List<Done> done = new ArrayList<>();
    private final Map<String, @Nullable SourceFile> files = new HashMap<>();
    private final Map<SourceFile, Optional<SourceFile>> known = new HashMap<>();
    private final FileTree current;
    private final List<Wish> wishes = new ArrayList<>();

    Round(FileTree current, List<Diagnostic> findings) {
      this.current = current;
      for (Diagnostic finding : findings) {
        Wish wish = wish(finding);
        if (wish != null) {
          wishes.add(wish);
        }
      }
      wishes.removeAll(disputed());
    }

    private @Nullable Wish wish(Diagnostic finding) {
      for (Fix fix : finding.fixes()) {
        if (fix.safe() || which == Which.ALL) {
          Fix here = here(fix);
          return here == null ? null : new Wish(finding, fix, here);
        }
      }
      return null;
    }

    /// The fix in the texts of this round; absent where one of them cannot be written.
    private @Nullable Fix here(Fix fix) {
      List<Edit> edits = new ArrayList<>();
      for (Edit edit : fix.edits()) {
        Span span = edit.span();
        SourceFile file = known.computeIfAbsent(span.file(), this::same).orElse(null);
        if (file == null) {
          return null;
        }
        edits.add(new Edit(new Span(file, span.start(), span.end()), edit.replacement()));
      }
      return edits.isEmpty() ? null : new Fix(fix.title(), fix.safe(), edits);
    }

    /// The file of this round that a finding speaks of; none where its text is another one (a flag,
    /// a file of `--var-file`).
    private Optional<SourceFile> same(SourceFile found) {
      SourceFile file = file(found.path());
      return file != null && file.text().equals(found.text())
          ? Optional.of(file)
          : Optional.empty();
    }

    /// The file of that path; absent when it is none of the project or was not read as it is.
    private @Nullable SourceFile file(String path) {
      if (!files.containsKey(path)) {
        boolean may = writable.test(path) && current.exists(path);
        Outcome<SourceFile> read = may ? current.read(path) : Outcome.failure();
        boolean asItIs = read.diagnostics().isEmpty();
        files.put(path, asItIs ? read.value().orElse(null) : null);
      }
      return files.get(path);
    }

    /// Those that want another text at the same place than one of the same code.
    private Set<Wish> disputed() {
      Map<List<Object>, Set<Fix>> wanted = new HashMap<>();
      for (Wish wish : wishes) {
        wanted.computeIfAbsent(place(wish), p -> new HashSet<>()).add(wish.here);
      }
      Set<Wish> disputed = new HashSet<>();
      for (Wish wish : wishes) {
        if (wanted.getOrDefault(place(wish), Set.of()).size() > 1) {
          disputed.add(wish);
        }
      }
      return disputed;
    }

    private static List<Object> place(Wish wish) {
      List<Object> place = new ArrayList<>(List.of(wish.finding.code()));
      wish.here.edits().forEach(edit -> place.add(edit.span()));
      return place;
    }

    /// The texts after this round.
    Map<String, String> carryOut() {
      Map<Fix, List<Wish>> byFix = new LinkedHashMap<>();
      wishes.forEach(wish -> byFix.computeIfAbsent(wish.here, f -> new ArrayList<>()).add(wish));
      Set<Fix> chosen = new LinkedHashSet<>(Edits.compatible(List.copyOf(byFix.keySet())));
      Map<String, String> changed = apply(chosen);
      for (String path : changed.keySet()) {
        chosen.removeAll(new Trial(path, chosen).harmful());
      }
      changed = apply(chosen);
      for (Fix fix : chosen) {
        List<Wish> all = byFix.getOrDefault(fix, List.of());
        done.add(new Done(all.getFirst().finding, all.getFirst().fix, all.size()));
      }
      return changed;
    }

    private Map<String, String> apply(Set<Fix> chosen) {
      Map<SourceFile, List<Edit>> edits = new LinkedHashMap<>();
      for (Fix fix : chosen) {
        for (Edit edit : fix.edits()) {
          edits.computeIfAbsent(edit.span().file(), f -> new ArrayList<>()).add(edit);
        }
      }
      Map<String, String> changed = new TreeMap<>();
      edits.forEach((file, of) -> {
        String text = Edits.apply(file, of).orElse(file.text());
        if (!text.equals(file.text())) {
          originals.put(file.path(), file.text());
          changed.put(file.path(), text);
        }
      });
      return changed;
    }

    /// Tries the fixes of one file: together as long as they bring no new error of syntax, else by
    /// halves, down to single ones.
    private final class Trial {
      private final String path;
      private final Set<Fix> kept = new LinkedHashSet<>();
      private final Set<Fix> harmful = new HashSet<>();
      private final List<Fix> asked = new ArrayList<>();
      private List<String> errors;

      Trial(String path, Set<Fix> chosen) {
        this.path = path;
        SourceFile was = file(path);
        errors = was == null ? List.of() : errors(was);
        for (Fix fix : chosen) {
          boolean here = false;
          for (Edit edit : fix.edits()) {
            here |= edit.span().file().path().equals(path);
          }
          (here ? (Collection<Fix>) asked : kept).add(fix);
        }
      }

      Set<Fix> harmful() {
        take(asked);
        return harmful;
      }

      private void take(List<Fix> fixes) {
        if (fixes.isEmpty()) {
          return;
        }
        Set<Fix> with = new LinkedHashSet<>(kept);
        with.addAll(fixes);
        String text = apply(with).get(path);
        List<String> then = text == null ? errors : errors(new SourceFile(path, text));
        boolean one = fixes.size() == 1;
        List<String> fresh = new ArrayList<>(then);
        errors.forEach(fresh::remove);
        if (fresh.isEmpty() || (one && then.size() <= errors.size())) {
          kept.addAll(fixes);
          errors = then;
        } else if (one) {
          harmful.addAll(fixes);
        } else {
          take(fixes.subList(0, fixes.size() / 2));
          take(fixes.subList(fixes.size() / 2, fixes.size()));
        }
      }
    }
  }

  /// What keeps a text from being read, error by error; nothing keeps a table.
  private static List<String> errors(SourceFile file) {
    List<String> errors = new ArrayList<>();
    if (!file.path().endsWith(".csv")) {
      for (Diagnostic diagnostic : Yaml.parse(file).diagnostics()) {
        if (diagnostic.severity() == Severity.ERROR) {
          errors.add(diagnostic.code().id() + diagnostic.message());
        }
      }
    }
    return errors;
  }
}
