import { factOf, fieldDoc, typePaths } from './docs';
import type { Field, Model } from './model';
import type { Override, PropsConfig } from './props';
import { BANNER, docComment, property, typeText } from './text';
import type { Facts } from '../facts/types';

const HEAD = `${BANNER}
import { INamed, IPodSelector } from '../plain/named';
import { Volume } from '../values/volume';
import { VolumeDevice, VolumeMount } from '../values/volume-mount';
import * as k8s from '../../k8s';
`;

/** src/constructs/generated/props.ts. */
export function propsFile(configs: readonly PropsConfig[], model: Model, facts: Facts): string {
  const paths = typePaths(model);
  const byName = new Map(configs.map((config) => [config.name, config]));
  return [HEAD, ...configs.map((config) => struct(resolve(config)))].join('\n');

  /** Merges the config that this one builds on into it. */
  function resolve(config: PropsConfig): PropsConfig {
    if (config.like === undefined) {
      return config;
    }
    const like = resolve(byName.get(config.like)!);
    return {
      ...like,
      ...config,
      like: undefined,
      omit: [...like.omit ?? [], ...config.omit ?? []],
      override: { ...like.override, ...config.override },
      refuse: { ...like.refuse, ...config.refuse },
    };
  }

  function struct(config: PropsConfig): string {
    const own = Object.entries(config.own ?? {}).map(([name, field]) => [
      docComment([field.says, ...(field.default ? [`@default ${field.default}`] : [])], '  '),
      property(name, !field.required, field.type),
    ].join('\n'));
    const heritage = config.extends ? ` extends ${config.extends}` : '';
    return `${docComment([config.doc], '')}\nexport interface ${config.name}${heritage} {\n${[...own, ...apiFields(config)].join('\n\n')}\n}\n`;
  }

  function apiFields(config: PropsConfig): string[] {
    if (config.base === undefined) {
      return [];
    }
    const base = model.types.get(config.base)!;
    const overrides = config.override ?? {};
    const refuse = config.refuse ?? {};
    for (const name of [...config.omit ?? [], ...Object.keys(overrides), ...Object.keys(refuse)]) {
      if (!base.fields.has(name)) {
        throw new Error(`${config.name} names ${name}, which ${base.name} does not have`);
      }
    }
    return [...base.fields.values()].filter((field) => !config.omit?.includes(field.name))
      .map((field) => field.name in refuse
        ? refusedField(field.name, refuse[field.name])
        : apiField(base.name, field, overrides[field.name] ?? {}));
  }

  /** The type is a sentence, which the compiler prints: no other value can say why there must be none. */
  function refusedField(name: string, why: string): string {
    return `${docComment([`Not allowed: ${why}.`, '@jsii ignore'], '  ')}\n${property(name, true, `'not allowed: ${why}'`)}`;
  }

  function apiField(base: string, field: Field, override: Override): string {
    const fact = factOf(facts, base, field.name);
    const said = { ...field, values: override.values ?? field.values };
    const fallback = override.default === false ? undefined : override.default ?? fact?.default;
    return [
      docComment(fieldDoc(said, paths.get(base)!, { ...fact, says: override.says ?? fact?.says, default: fallback }), '  '),
      property(field.name, !(override.required ?? field.required), override.type ?? typeText(field, 'k8s.')),
    ].join('\n');
  }
}
