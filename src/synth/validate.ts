import { Progress } from './progress';
import { Place } from './tree';
import { failAsIs } from '../constructs/bridge/attach';

/** Validates every construct once, in the order of the tree, as far as `until` has asked for. */
export class Validation {
  private readonly errors: string[] = [];
  private next = 0;

  /**
   * @param places the constructs, in the order of the tree
   * @param progress told how far it is
   */
  constructor(private readonly places: readonly Place[], private readonly progress: Progress) {}

  /** Whether nothing is wrong so far. */
  public get sound(): boolean {
    return this.errors.length === 0;
  }

  /** Validates everything up to a place, so that its manifest can be written at once and need not be kept in memory. */
  public until(place: Place): void {
    while (this.next <= place.index) {
      this.validate(this.places[this.next++]);
    }
  }

  /**
   * Validates what is left.
   *
   * @throws Error with everything that is wrong
   */
  public finish(): void {
    while (this.next < this.places.length) {
      this.progress.step('reviewing construct', this.next, this.places.length);
      this.validate(this.places[this.next++]);
    }
    if (this.errors.length > 0) {
      failAsIs(`Validation failed with the following errors:\n  ${this.errors.join('\n  ')}`);
    }
  }

  /** Runs an action that validates as it goes. If something is invalid, that is thrown, and not an error of the action. */
  public first(action: () => void): void {
    try {
      action();
    } catch (e) {
      this.finish();
      throw e; // node-do-not-add-exception-line
    }
    this.finish();
  }

  private validate({ construct }: Place): void {
    try {
      for (const error of construct.node.validate()) {
        this.errors.push(`[${construct.node.path}] ${error}`);
      }
    } catch (e) {
      this.errors.push(`[${construct.node.path}] its validation threw ${String(e)}`);
    }
  }
}
