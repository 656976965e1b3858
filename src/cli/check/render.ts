import type { FileResult } from '../../check/check-file';
import { Ignorer } from '../../check/ignore';
import { checkRendered } from '../../check/render/check';
import { renderChart } from '../../check/render/helm';
import { buildKustomization } from '../../check/render/kustomize';
import type { CheckSettings } from '../../check/settings';
import { UsageError } from '../usage-error';

/** What to render before it is checked, and with what. */
export interface RenderArguments {
  readonly helm?: readonly string[];
  readonly values?: readonly string[];
  readonly set?: readonly string[];
  readonly kustomize?: readonly string[];
}

/** The results of what was rendered. */
export interface RenderResult {
  readonly files: readonly FileResult[];
  /** How many files the objects come from. */
  readonly count: number;
  /** Positions of the ignores that matched a finding. */
  readonly used: ReadonlySet<number>;
}

/** Renders charts and kustomizations, and checks what comes out. */
export function checkFolders(args: RenderArguments, settings: CheckSettings, isOneApp = false): RenderResult {
  const { helm = [], values = [], set = [], kustomize = [] } = args;
  if (helm.length === 0 && values.length + set.length > 0) {
    throw new UsageError(`${values.length > 0 ? '--values' : '--set'} is for --helm`);
  }
  const ignorer = new Ignorer(settings.ignores);
  const options = { kubernetesVersion: settings.kubernetesVersion, values, set };
  const files = [
    ...helm.flatMap((chart) => checkRendered(chart, (folder) => renderChart(folder, options), settings, ignorer, isOneApp)),
    ...kustomize.flatMap((folder) => checkRendered(folder, buildKustomization, settings, ignorer, isOneApp)),
  ];
  return { files, count: new Set(files.flatMap(({ results }) => results.map(({ file }) => file))).size, used: ignorer.used };
}
