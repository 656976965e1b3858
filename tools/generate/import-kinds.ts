import { propsBase } from './constructs';
import { KIND_TEXTS } from './kind-texts';
import type { Model } from './model';
import { PODS } from './model';
import { BANNER, docComment } from './text';

/** src/cli/import/flat-kinds.ts: what the generated constructs take, for the code that writes uses of them. */
export function importKindsFile(model: Model): string {
  const kinds = model.kinds.filter(({ name }) => !PODS.includes(name)).map((kind) => {
    const { base, spec } = propsBase(kind, model);
    const required = KIND_TEXTS[kind.name].required ?? [];
    const parts = [
      `base: '${base}'`,
      ...(spec === undefined ? [] : [`spec: '${spec.required ? 'always' : 'optional'}'`]),
      ...(required.length === 0 ? [] : [`required: [${required.map((name) => `'${name}'`).join(', ')}]`]),
    ];
    return `  ${kind.name}: { ${parts.join(', ')} },`;
  });
  return [
    BANNER,
    '',
    docComment(['What the construct of a kind takes: `metadata` and the fields of a type.'], ''),
    'export interface FlatFacts {',
    '  /** The type whose fields are the props. */',
    '  readonly base: string;',
    '  /** The fields stand in a spec, which is written always or when there are any; absent: they are the object\'s own. */',
    "  readonly spec?: 'always' | 'optional';",
    '  /** Props that the API does not require and the construct does. */',
    '  readonly required?: readonly string[];',
    '}',
    '',
    docComment(['The kinds whose constructs are generated.'], ''),
    `export const FLAT_KINDS: { readonly [kind: string]: FlatFacts } = {\n${kinds.join('\n')}\n};`,
    '',
  ].join('\n');
}
