import type { AdviceRule } from './pod';

const REFERENCE = /\$(\$|\(([A-Za-z_.-][A-Za-z0-9_.-]*)\))/g;

/** `$(VAR)` in a value expands only to variables defined earlier in the list; otherwise the string stays as it is. */
export const envOrder: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    const first = new Map<string, number>();
    container.env?.forEach(({ name = '' }, i) => {
      if (!first.has(name)) {
        first.set(name, i);
      }
    });
    container.env?.forEach(({ name = '', value }, i) => {
      for (const [, , variable] of value?.matchAll(REFERENCE) ?? []) {
        const at = variable === undefined ? undefined : first.get(variable);
        if (at !== undefined && at >= i) {
          report.advice(path.child('env').index(i).child('value'), 'advice/env-order',
            `$(${variable}) in ${name} is not replaced: ${variable} ${at === i ? 'is the variable itself' : 'is defined only later'}`,
            { hint: at === i ? `refer to another variable than ${variable}` : `move ${variable} before ${name}` });
        }
      }
    });
  }
};
