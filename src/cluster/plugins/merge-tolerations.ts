// Two lists of tolerations as one, without those that another one covers (k8s.io/kubernetes/pkg/util/tolerations).
import type { Decoded } from '../../admission/decode/decoded';
import type * as k8s from '../../k8s';

type Toleration = Decoded<k8s.Toleration>;

export function mergeTolerations(first: readonly Toleration[], second: readonly Toleration[]): Toleration[] {
  const all = [...first, ...second];
  const merged: Toleration[] = [];
  all.forEach((one, i) => {
    if (!merged.some((kept) => covers(kept, one)) && !all.slice(i + 1).some((later) => !isSame(later, one) && covers(later, one))) {
      merged.push(one);
    }
  });
  return merged;
}

/** Whether whatever `one` tolerates is tolerated by `wide` too. */
function covers(wide: Toleration, one: Toleration): boolean {
  if (isSame(wide, one)) {
    return true;
  }
  if (one.key !== wide.key && (wide.key !== undefined || wide.operator !== 'Exists')) {
    return false;
  }
  if (one.effect !== wide.effect && wide.effect !== undefined) {
    return false;
  }
  if (wide.effect === 'NoExecute' && wide.tolerationSeconds !== undefined && (one.tolerationSeconds === undefined || one.tolerationSeconds > wide.tolerationSeconds)) {
    return false;
  }
  return wide.operator === 'Exists' || ((wide.operator ?? 'Equal') === 'Equal' && one.operator === 'Equal' && (one.value ?? '') === (wide.value ?? ''));
}

function isSame(a: Toleration, b: Toleration): boolean {
  return (['key', 'operator', 'value', 'effect', 'tolerationSeconds'] as const).every((field) => a[field] === b[field]);
}
