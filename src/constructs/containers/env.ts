import { Rendering } from '../plain/rendering';

/**
 * The API's list of environment variables, from a list or from a map of names to values and sources, in the user's order.
 *
 * @param problem takes what is wrong with a variable
 */
export function envList(env: any, rendering: Rendering, problem: (message: string) => void): any {
  const variables = rendering.resolved(env);
  if (Array.isArray(variables) || typeof variables !== 'object' || variables === null || typeof variables.resolve === 'function' || 'produce' in variables) {
    return variables;
  }
  const names = Object.keys(variables);
  const moved = names.length > 1 ? names.find((n) => /^(0|[1-9]\d{0,9})$/.test(n)) : undefined;
  if (moved !== undefined) {
    problem(`env: JavaScript moves the key '${moved}' to the front of a map, and the order of variables matters; write env as a list`);
  }
  return names.map((name) => {
    const value = rendering.resolved(variables[name]);
    if (value === undefined || value === null) {
      problem(`env.${name} is ${value}; leave it out, or give it a value ('' for an empty one)`);
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      problem(`env.${name} is the ${typeof value} ${value}, and the API takes only strings; write '${value}'`);
      return { name }; // so that the review can read on
    }
    return typeof value === 'object' ? { name, valueFrom: value } : { name, value };
  });
}
