import { ApiObject } from 'cdk8s';
import { Keys } from './keys';
import { replacementOf, surelyNoToken, TokenResolvers, tokenResolversOf } from '../cdk8s/insides';

/** What stands for a value: a token's value, however deep tokens are nested, but not what is inside of it. */
export function resolveToken(value: unknown, object: ApiObject, keys: Keys = []): any {
  return mayBeReplaced(value, () => tokenResolversOf(object).own) ? resolveWith(tokenResolversOf(object), value, object, keys) : value;
}

/** The same with resolvers that are known already. */
export function resolveWith(tokens: TokenResolvers, value: unknown, object: ApiObject, keys: Keys): any {
  let current = value;
  for (;;) {
    const replaced = replacementOf(current, object, keys, tokens.resolvers);
    if (replaced === undefined) {
      return current;
    }
    if (replaced.value === null || replaced.value === undefined) {
      return undefined;
    }
    current = replaced.value;
  }
}

function mayBeReplaced(value: unknown, own: () => boolean): boolean {
  return (typeof value === 'object' && value !== null && !surelyNoToken(value)) || own();
}
