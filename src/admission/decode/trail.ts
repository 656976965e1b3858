import type { FieldPlan, Plan } from './plan';
import type { Level } from './suggest';
import { Path } from '../path';

/** A step into a map. */
interface MapKey {
  readonly key: string;
}

/** Where decoding is: the names and indices on the way from the object, which become a path only where there is a finding. */
export class Trail {
  /** How many steps lead to the current place. */
  public depth = 0;
  private readonly steps: (string | number | MapKey)[] = [];

  public constructor(private readonly root: Plan) {}

  public push(step: string | number): void {
    this.steps[this.depth++] = step;
  }

  public pushKey(key: string): void {
    this.steps[this.depth++] = { key };
  }

  /** The path of the current place. */
  public path(): Path {
    let path = Path.root;
    for (let i = 0; i < this.depth; i++) {
      path = enter(path, this.steps[i]);
    }
    return path;
  }

  /** The same as the server writes it when it decodes: keys of maps like fields, and indices. */
  public text(): string {
    let text = '';
    for (const step of this.steps.slice(0, this.depth)) {
      const name = typeof step === 'object' ? step.key : step;
      text += typeof name === 'number' ? `[${name}]` : `${text === '' ? '' : '.'}${name}`;
    }
    return text;
  }

  /** The structs from the object down to the current one. */
  public levels(): Level[] {
    let path = Path.root;
    let plan = this.root;
    const levels = [{ path, plan }];
    for (let i = 0; i < this.depth; i++) {
      const step = this.steps[i];
      const field: FieldPlan | undefined = typeof step === 'string' ? plan.fields[step] : undefined;
      path = enter(path, step);
      plan = field?.type ?? plan;
      if (field?.is !== 'list' && field?.is !== 'map') {
        levels.push({ path, plan });
      }
    }
    return levels;
  }
}

function enter(path: Path, step: string | number | MapKey): Path {
  return typeof step === 'object' ? path.key(step.key) : typeof step === 'number' ? path.index(step) : path.child(step);
}
