import { Rendering } from '../plain/rendering';

/** A key that JavaScript takes for an index. */
const INDEX = /^(0|[1-9]\d{0,9})$/;

/**
 * The API's list of environment variables, from a list or from a map of names to values and sources, in the user's order.
 *
 * @param problem takes what is wrong with a variable
 */
export function envList(env: any, rendering: Rendering, problem: (message: string, hint: string) => void): any {
  const variables = rendering.resolved(env);
  if (Array.isArray(variables) || typeof variables !== 'object' || variables === null || typeof variables.resolve === 'function' || 'produce' in variables) {
    return variables;
  }
  const names = Object.keys(variables);
  const spread = names.filter((name) => INDEX.test(name) && isVariable(variables[name]));
  if (spread.length > 0) {
    return [...envList(without(variables, spread), rendering, problem), ...spreadVariables(variables, spread, problem)];
  }
  const moved = names.length > 1 ? names.find((name) => INDEX.test(name)) : undefined;
  if (moved !== undefined) {
    problem(`env: JavaScript moves the key '${moved}' to the front of a map, but the order of variables matters`, 'write env as a list');
  }
  return names.map((name) => {
    const value = rendering.resolved(variables[name]);
    if (value === undefined || value === null) {
      problem(`env.${name} must not be ${value}`, 'remove it, or use \'\' for an empty value');
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      problem(`env.${name} must be a string, got the ${typeof value} ${value}`, `write '${value}'`);
      return { name }; // so that the review can read on
    }
    return typeof value === 'object' ? { name, valueFrom: value } : { name, value };
  });
}

/** Whether a value of a map is a variable with its name: then it comes from a list that was spread into the map. */
function isVariable(value: any): boolean {
  return typeof value === 'object' && value !== null && typeof value.name === 'string';
}

function without(map: any, names: readonly string[]): any {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}

/** `{ TEAM: 'a', ...list }`: JavaScript does not say which of both came first, so no name may be in both. */
function spreadVariables(map: any, indices: readonly string[], problem: (message: string, hint: string) => void): any[] {
  const variables = indices.map((index) => map[index]);
  const twice = variables.find(({ name }) => Object.hasOwn(map, name));
  if (twice !== undefined) {
    problem(`env: '${twice.name}' is in the map and in the list that was spread into it, and JavaScript keeps no order of both`, 'write it once');
  }
  return variables;
}
