package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law about resolved dates. Each one stands alone and looks at nothing but the resolution.
public interface DateCheck {
  Code code();

  /// Reports what breaks the law, in tree order.
  void check(Resolution resolution, Consumer<Diagnostic> found);

  /// Those that need nothing else, in the order of their codes.
  static List<DateCheck> all() {
    return List.of(
        new OnDayOff(),
        new BeforePredecessor(),
        new ApprovalBeforeDue(),
        new AfterParent(),
        new StartOnDayOff(),
        new ServerMayMove());
  }

  /// The law that due dates lie after a day; only for a run that was told one.
  static DateCheck notPassed(LocalDate asOf) {
    return new DuePassed(asOf);
  }

  /// A finding about one date.
  static Diagnostic about(Code code, ResolvedDate date, String message) {
    return Diagnostic.of(code, date.span(), message).withAddress(date.field().toString());
  }

  /// With the offer of another text, where the text can be replaced.
  static Diagnostic offer(Diagnostic found, String title, @Nullable Edit edit) {
    return edit == null ? found : found.withFix(Fix.unsafe(title, edit));
  }
}
