package dev.procc.model.duedate;

import org.jspecify.annotations.Nullable;

/// Writes expressions in their one form.
final class Canonical {
  private final StringBuilder out = new StringBuilder();

  private Canonical() {}

  static String of(Expr expr) {
    Canonical writer = new Canonical();
    writer.write(expr);
    return writer.out.toString();
  }

  /// `first`, `2nd`, `last`, `2nd last`.
  static String which(int which) {
    if (which < 0) {
      return which == -1 ? "last" : ordinal(-which) + " last";
    }
    return which == 1 ? "first" : ordinal(which);
  }

  /// `1st`, `2nd`, `11th`.
  static String ordinal(int n) {
    int last = n % 10;
    boolean teen = n % 100 / 10 == 1;
    return n + (teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
  }

  static String where(Expr.Where where) {
    Canonical writer = new Canonical();
    writer.write(where);
    return writer.out.toString();
  }

  private void write(Expr expr) {
    if (expr instanceof Expr.Day day) {
      out.append(day.date());
    } else if (expr instanceof Expr.Anchor anchor) {
      out.append(anchor.name().words());
    } else if (expr instanceof Expr.Reference ref) {
      out.append(ref.group() ? "group(" : "task(").append(ref.path()).append(").");
      out.append(ref.field().words());
    } else if (expr instanceof Expr.BusinessDay number) {
      out.append("BD").append(number.n());
    } else if (expr instanceof Expr.Workday number) {
      out.append("WD").append(number.n());
    } else if (expr instanceof Expr.Step step) {
      write(step.from());
      out.append(step.back() ? " - " : " + ").append(step.count()).append(step.unit().sign());
    } else if (expr instanceof Expr.Place place) {
      out.append(which(place.which())).append(' ').append(place.what().words()).append(" of ");
      write(place.where());
    } else if (expr instanceof Expr.Pick pick) {
      list(pick.latest() ? "latest" : "earliest", pick.of());
    } else if (expr instanceof Expr.Clamp clamp) {
      list("clamp", java.util.List.of(clamp.value(), clamp.low(), clamp.high()));
    }
  }

  private void write(Expr.Where where) {
    if (where instanceof Expr.Where.InPeriod) {
      out.append("period");
    } else if (where instanceof Expr.Where.Beside beside) {
      out.append(beside.stretch().words()).append(beside.after() ? " after" : " before");
      out.append(" period");
    } else if (where instanceof Expr.Where.Keyed keyed) {
      out.append(keyed.key());
    } else if (where instanceof Expr.Where.Around around) {
      out.append(around.shift() > 0 ? "next " : around.shift() < 0 ? "previous " : "");
      out.append(around.stretch().words());
      of(around);
    }
  }

  private void of(Expr.Where.Around around) {
    @Nullable Expr of = around.of();
    if (of instanceof Expr.Step) {
      out.append(" of (");
      write(of);
      out.append(')');
    } else if (of != null) {
      out.append(" of ");
      write(of);
    }
  }

  private void list(String name, java.util.List<Expr> items) {
    out.append(name).append('(');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(items.get(i));
    }
    out.append(')');
  }
}
