// Options that can be given more than once: how their values are collected.
import type { Option } from 'commander';

/** One value each time. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...before ?? [], value];
}

/** One or more values each time, separated by commas. */
export function collectList(value: string, before: string[] | undefined): string[] {
  return [...before ?? [], ...value.split(',').map((item) => item.trim()).filter((item) => item !== '')];
}

/** Whether an option can be given more than once. */
export function repeats(option: Option): boolean {
  const parse: unknown = option.parseArg;
  return parse === collect || parse === collectList;
}
