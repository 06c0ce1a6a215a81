/**
 * Work of which only the last matters: while it runs it is not begun a second time, and once more
 * afterwards if it was asked for meanwhile. So a slow comparison never queues up behind itself.
 */
export class Latest {
  private running = false;
  private again = false;

  constructor(private readonly work: () => Promise<void>) {}

  async run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      do {
        this.again = false;
        await this.work();
      } while (this.again);
    } finally {
      this.running = false;
    }
  }
}
