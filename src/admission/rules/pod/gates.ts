import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Conditions that a pod needs to be ready, in addition to ready containers. */
export function validateReadinessGates(gates: Decoded<k8s.PodReadinessGate[]> | undefined, path: Path, ctx: Context): void {
  for (let i = 0; gates !== undefined && i < gates.length; i++) {
    const condition = gates[i].conditionType ?? '';
    const problem = qualifiedName(condition);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i).child('conditionType'), 'gates/condition-type', `${show(condition)} ${problem}`);
    }
  }
}

/** Gates that must be removed before the pod is scheduled. The server reports at the gate, not at its name. */
export function validateSchedulingGates(gates: Decoded<k8s.PodSchedulingGate[]> | undefined, path: Path, ctx: Context): void {
  if (gates === undefined) {
    return;
  }
  const names = new Set<string>();
  for (let i = 0; i < gates.length; i++) {
    const name = gates[i].name ?? '';
    const at = path.index(i);
    const problem = qualifiedName(name);
    if (problem !== undefined) {
      ctx.report.invalid(at.child('name'), 'gates/name', `${show(name)} ${problem}`, { field: at });
    }
    if (names.has(name)) {
      ctx.report.duplicate(at.child('name'), 'gates/duplicate', `duplicate scheduling gate ${show(name)}`, { field: at });
    }
    names.add(name);
  }
}
