package dev.kuberounds.explanation.limits;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it. */
public interface Timing {

  Timing SYSTEM =
      new Timing() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  Instant now();

  void pause(Duration time) throws InterruptedException;
}
