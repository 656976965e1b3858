import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { cidrProblem, cidrWarnings, isStrictSubset } from '../../formats/ip';
import { Path } from '../../path';
import { show } from '../../report';

type Block = Decoded<k8s.IPBlock>;

/** A CIDR block, and blocks within it that are left out. */
export function validateIPBlock({ cidr, except }: Block, path: Path, ctx: Context): void {
  if (cidr === undefined) {
    ctx.report.required(path.child('cidr'), 'network-policy/cidr', 'a CIDR block is required, such as 10.0.0.0/8');
    return;
  }
  const strict = on(ctx, 'StrictIPCIDRValidation');
  const problem = cidrProblem(cidr, strict);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('cidr'), 'network-policy/cidr', `${show(cidr)} ${problem}`);
  }
  if (cidrProblem(cidr, false) !== undefined) {
    return; // nothing to compare with
  }
  except?.forEach((inner, i) => {
    const at = path.child('except').index(i);
    const bad = cidrProblem(inner, strict);
    if (bad !== undefined) {
      ctx.report.invalid(at, 'network-policy/except', `${show(inner)} ${bad}`);
    }
    if (cidrProblem(inner, false) === undefined && !isStrictSubset(inner, cidr)) {
      ctx.report.invalid(at, 'network-policy/except-outside', `${show(inner)} must be a smaller block within ${show(cidr)}`);
    }
  });
}

/** Warnings about blocks that can be read in two ways. */
export function warnOfIPBlock({ cidr, except = [] }: Block, path: Path, ctx: Context): void {
  warnOfCidr(cidr ?? '', path.child('cidr'), ctx);
  except.forEach((inner, i) => warnOfCidr(inner, path.child('except').index(i), ctx));
}

function warnOfCidr(cidr: string, at: Path, ctx: Context): void {
  for (const problem of cidrWarnings(cidr)) {
    ctx.report.warning(at, 'network-policy/cidr-form', `${show(cidr)} ${problem}`,
      { hint: 'use canonical CIDR notation with the first address of the block, such as 10.0.0.0/8 or fd00::/8' });
  }
}
