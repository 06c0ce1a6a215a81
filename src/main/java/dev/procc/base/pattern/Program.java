package dev.procc.base.pattern;

import dev.procc.base.pattern.PatternNode.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A compiled regular expression: a list of places, each of which takes a character, checks a
/// condition, forks, or is the end.
final class Program {
  /// The most places of a program, with each copy that a count (`{3}`) makes.
  static final int MAX_SIZE = 4_100;

  /// A place of a program.
  ///
  /// @param other the second place that a fork leads to; -1 if it is not a fork
  private record Place(
      @Nullable IntPredicate set, Assertion.@Nullable Kind assertion, int next, int other) {}

  private final List<Place> places = new ArrayList<>();
  private final boolean ignoresCase;
  private int work;

  private Program(boolean ignoresCase) {
    this.ignoresCase = ignoresCase;
  }

  /// @throws PatternException if it is too large
  static Program of(PatternNode tree, boolean ignoresCase) throws PatternException {
    Program program = new Program(ignoresCase);
    program.add(tree);
    program.places.add(new Place(null, null, -1, -1));
    return program;
  }

  int size() {
    return places.size();
  }

  int next(int place) {
    return places.get(place).next;
  }

  int other(int place) {
    return places.get(place).other;
  }

  boolean isFork(int place) {
    return places.get(place).other >= 0;
  }

  boolean isAssertion(int place) {
    return places.get(place).assertion != null;
  }

  boolean isEnd(int place) {
    return places.get(place).next < 0;
  }

  boolean takes(int place, int character) {
    IntPredicate set = places.get(place).set;
    if (set == null) {
      return false;
    }
    return set.test(character)
        || (ignoresCase
            && (set.test(Character.toLowerCase(character))
                || set.test(Character.toUpperCase(character))));
  }

  boolean holds(int place, String text, int at) {
    Assertion.Kind kind = places.get(place).assertion;
    return switch (kind) {
      case START -> at == 0;
      case END -> at == text.length();
      case WORD_EDGE -> isWordEdge(text, at);
      case NO_WORD_EDGE -> !isWordEdge(text, at);
      case null -> false;
    };
  }

  private static boolean isWordEdge(String text, int at) {
    boolean before = at > 0 && CharacterSets.isWord(text.charAt(at - 1));
    boolean after = at < text.length() && CharacterSets.isWord(text.charAt(at));
    return before != after;
  }

  /// Adds the places of a part; they lead on to the next place that is added.
  private void add(PatternNode node) throws PatternException {
    if (++work > 2 * MAX_SIZE) {
      throw tooLarge();
    }
    switch (node) {
      case PatternNode.OneOf one -> place(new Place(one.set(), null, places.size() + 1, -1));
      case PatternNode.Assertion assertion ->
          place(new Place(null, assertion.kind(), places.size() + 1, -1));
      case PatternNode.Sequence sequence -> {
        for (PatternNode part : sequence.parts()) {
          add(part);
        }
      }
      case PatternNode.Choice choice -> addChoice(choice.parts());
      case PatternNode.Repeat repeat -> addRepeat(repeat);
    }
  }

  /// Adds alternatives: each but the last begins with a fork, and ends with a jump to the end of
  /// all.
  private void addChoice(List<PatternNode> parts) throws PatternException {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      int fork = places.size();
      if (!last) {
        place(new Place(null, null, fork + 1, fork + 1));
      }
      add(parts.get(i));
      if (!last) {
        ends.add(places.size());
        place(new Place(null, null, 0, 0));
        places.set(fork, new Place(null, null, fork + 1, places.size()));
      }
    }
    for (int end : ends) {
      places.set(end, new Place(null, null, places.size(), places.size()));
    }
  }

  private void addRepeat(PatternNode.Repeat repeat) throws PatternException {
    for (int i = 0; i < repeat.min(); i++) {
      add(repeat.part());
    }
    if (repeat.max() < 0) {
      int fork = places.size();
      place(new Place(null, null, fork + 1, fork + 1));
      add(repeat.part());
      place(new Place(null, null, fork, fork));
      places.set(fork, new Place(null, null, fork + 1, places.size()));
      return;
    }
    List<Integer> forks = new ArrayList<>();
    for (int i = repeat.min(); i < repeat.max(); i++) {
      forks.add(places.size());
      place(new Place(null, null, 0, 0));
      add(repeat.part());
    }
    for (int fork : forks) {
      places.set(fork, new Place(null, null, fork + 1, places.size()));
    }
  }

  private void place(Place place) throws PatternException {
    if (places.size() >= MAX_SIZE) {
      throw tooLarge();
    }
    places.add(place);
  }

  private static PatternException tooLarge() {
    return new PatternException("is too large with its counts; write smaller ones");
  }
}
