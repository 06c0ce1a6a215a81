package dev.procc.live.apply;

import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ProcessResult;
import java.time.Duration;

/// A listener that passes on the events of several threads one at a time.
final class OneAtATime implements ApplyEvents {
  private final ApplyEvents heard;

  OneAtATime(ApplyEvents heard) {
    this.heard = heard;
  }

  @Override
  public synchronized void processStarted(String identity, String action, int number, int total) {
    heard.processStarted(identity, action, number, total);
  }

  @Override
  public synchronized void step(String identity, String description) {
    heard.step(identity, description);
  }

  @Override
  public synchronized void waiting(String identity, Duration duration, String reason) {
    heard.waiting(identity, duration, reason);
  }

  @Override
  public synchronized void processEnded(ProcessResult result) {
    heard.processEnded(result);
  }
}
