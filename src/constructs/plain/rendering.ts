import { ApiObject, IResolver } from 'cdk8s';
import { Keys } from './keys';
import { LateNames, lateNamesOf } from './late-name';
import { Misuse } from './misuse';
import { EXACT_YAML } from '../bridge/marks';
import { rootOf } from '../bridge/session';
import { hasOwnResolvers, replacementOf, resolversOf, sortsKeys, surelyNoToken } from '../cdk8s/insides';

/** One rendering of an object's manifest: what it asks the app for, once, and what is found to be wrong. */
export class Rendering {
  public readonly misuses: Misuse[] = [];

  /** Whether any value can be replaced, and not only a token. */
  public readonly replacesAny: boolean;
  /** Whether the app's YAML writer carries every string. */
  public readonly exact: boolean;
  /** Strings that stand for names of objects, in an app of another language. */
  public readonly names: LateNames | undefined;
  /** Whether keys are sorted. */
  public readonly sorts = sortsKeys();

  private readonly resolvers: readonly IResolver[];

  constructor(public readonly object: ApiObject) {
    const root = rootOf(object);
    this.resolvers = resolversOf(root);
    this.replacesAny = hasOwnResolvers(this.resolvers);
    this.exact = EXACT_YAML in root;
    this.names = lateNamesOf(root);
  }

  /**
   * The value of a token such as a Lazy, however deep tokens are nested, but not of what is inside of it. Other values as they are, and a token
   * that throws too: what reads the whole manifest later knows its place.
   */
  public resolved(value: any): any {
    if ((typeof value !== 'object' || value === null || surelyNoToken(value)) && !this.replacesAny) {
      return value;
    }
    try {
      return this.replaced(value, []);
    } catch {
      return value;
    }
  }

  /** What the resolvers make of a value. */
  public replaced(value: unknown, keys: Keys): unknown {
    let current = value;
    for (;;) {
      if (current === null || current === undefined) {
        return undefined;
      }
      const replacement = replacementOf(current, this.object, keys, this.resolvers);
      if (replacement === undefined) {
        return current;
      }
      current = replacement.value;
    }
  }
}
