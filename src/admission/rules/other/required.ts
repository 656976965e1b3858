import { Context } from '../../context';
import { NameRule } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** A string that is required; its form is checked when it is there. */
export function requireText(value: string | undefined, at: Path, code: string, missing: string, rule: NameRule | undefined, ctx: Context): void {
  if (value === undefined || value === '') {
    ctx.report.required(at, code, missing);
  } else {
    checkText(value, at, code, rule, ctx);
  }
}

/** The form of a string that may be absent. */
export function checkText(value: string | undefined, at: Path, code: string, rule: NameRule | undefined, ctx: Context): void {
  const problem = value === undefined || value === '' ? undefined : rule?.(value);
  if (problem !== undefined) {
    ctx.report.invalid(at, code, `${show(value)} ${problem}`);
  }
}
