package dev.procc.model.calendar;

/// The business days of a window of days, as two arrays: the number of business days before each
/// day, and the day of the k-th one.
///
/// With i = day - lo: `before[i]` = business days in [lo, lo+i), one entry more than days;
/// `select[k]` = the k-th business day. Every operation takes one or two dependent loads. `OUTSIDE`
/// is returned for what the window does not contain.
final class DayTable {
  static final int OUTSIDE = EpochDays.NONE;
  static final DayTable EMPTY = new DayTable(0, new boolean[0]);

  private final int lo;
  private final int days;
  private final int[] before;
  private final int[] select;

  /// @param businessDays whether each day from `lo` on is a business day
  DayTable(int lo, boolean[] businessDays) {
    this.lo = lo;
    days = businessDays.length;
    before = new int[days + 1];
    int count = 0;
    for (int i = 0; i < days; i++) {
      before[i] = count;
      if (businessDays[i]) {
        count++;
      }
    }
    before[days] = count;
    select = new int[count];
    for (int i = 0; i < days; i++) {
      if (businessDays[i]) {
        select[before[i]] = lo + i;
      }
    }
  }

  int lo() {
    return lo;
  }

  /// The first day after the window.
  int end() {
    return lo + days;
  }

  boolean covers(int day) {
    int i = day - lo;
    return i >= 0 && i < days;
  }

  /// Whether a day of the window is a business day.
  boolean isBusinessDay(int day) {
    int i = day - lo;
    return before[i + 1] != before[i];
  }

  /// For n > 0, the n-th business day strictly after a day of the window; for n < 0, the n-th
  /// strictly before it; for 0, the day rolled forward.
  int add(int day, int n) {
    int up = n > 0 ? 1 : 0;
    return select((long) before[day - lo + up] + n - up);
  }

  /// A day of the window, rolled back.
  int rollBack(int day) {
    return select(before[day - lo + 1] - 1L);
  }

  /// The number of business days in [lo, day); `day` may be the first one after the window.
  int rank(int day) {
    return before[day - lo];
  }

  private int select(long k) {
    return k >= 0 && k < select.length ? select[(int) k] : OUTSIDE;
  }
}
