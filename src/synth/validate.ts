import { Progress } from './progress';
import { Place } from './tree';
import { failAsIs } from '../constructs/bridge/attach';

/** Asks every construct once whether it is valid, in the order of the tree, as far as it is asked to. */
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

  /** Validates everything up to a place: what is made of it then can be written at once, and is never kept with all the rest. */
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

  /** Does something while things are validated; what is invalid is said before anything else that goes wrong. */
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
