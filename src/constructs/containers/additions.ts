import * as k8s from '../../k8s';

/** The lists of a container that can be added to. */
type AddedList = 'envFrom' | 'ports' | 'volumeMounts' | 'volumeDevices';

const LISTS: readonly AddedList[] = ['envFrom', 'ports', 'volumeMounts', 'volumeDevices'];

/** What was added to a container after its construction. */
export class Additions {
  private readonly env: [name: string, value: string | k8s.EnvVarSource][] = [];
  private readonly lists: { [list in AddedList]?: object[] } = {};

  public addEnv(name: string, value: string | k8s.EnvVarSource): void {
    this.env.push([name, value]);
  }

  public add(list: AddedList, item: object): void {
    (this.lists[list] ??= []).push(item);
  }

  /** Whether a variable of the name was added. */
  public hasEnv(name: string): boolean {
    return this.env.some(([known]) => known === name);
  }

  /** Puts all of it behind what a literal has. A value that is neither a list nor a map stays, since the review names it. */
  public putInto(literal: any, resolved: (value: unknown) => unknown): void {
    if (this.env.length > 0) {
      const given = resolved(literal.env);
      if (given === undefined || given === null || Array.isArray(given)) {
        literal.env = [...given ?? [], ...this.env.map(([name, value]) => (typeof value === 'object' ? { name, valueFrom: value } : { name, value }))];
      } else if (typeof given === 'object') {
        literal.env = { ...given, ...Object.fromEntries(this.env) };
      }
    }
    for (const list of LISTS) {
      const added = this.lists[list];
      const given = added === undefined ? undefined : resolved(literal[list]);
      if (added !== undefined && (given === undefined || given === null || Array.isArray(given))) {
        literal[list] = [...given ?? [], ...added];
      }
    }
  }
}

/** Whether variables, as a map or a list, have one of the name. The values of a Lazy are not looked at. */
export function namesVariable(env: unknown, name: string): boolean {
  if (Array.isArray(env)) {
    return env.some((variable) => variable?.name === name);
  }
  return typeof env === 'object' && env !== null && Object.hasOwn(env, name);
}
