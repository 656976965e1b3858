import { factOf, fieldDoc, typePaths } from './docs';
import type { KindText } from './kind-texts';
import { KIND_TEXTS } from './kind-texts';
import type { Field, Kind, Model } from './model';
import { PODS } from './model';
import { leadsToReference, podSelectorOf, referenceOf, referenceSays, referenceTable, referenceType } from './references';
import { BANNER, docComment, property, typeText } from './text';
import type { Facts } from '../facts/types';

const FOLDER = 'src/constructs/generated';

/** Of these, a field of the spec has the name of a prop that is not of the spec: the spec stays as it is. */
const WITH_SPEC: ReadonlySet<string> = new Set(['ResourceClaimTemplate']);

const APPEND_HASH = [
  docComment([
    'Whether the name ends with a hash of the content, as with `kubectl create --append-hash`. A change of the content then makes an object of a new '
    + 'name, and every workload that refers to this object replaces its pods. Objects with old names stay until something deletes them.',
    '@default false',
  ], '  '),
  property('appendHash', true, 'boolean'),
].join('\n');

/** Props that are not of the API. */
const OWN_PROPS: { readonly [kind: string]: readonly string[] } = { ConfigMap: [APPEND_HASH], Secret: [APPEND_HASH] };

/** Fields of an object that are no props. */
const NO_PROPS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** The props and the construct of every kind that has none written by hand: one file for each API group. */
export function constructFiles(model: Model, facts: Facts): ReadonlyMap<string, string> {
  const kinds = model.kinds.filter(({ name }) => !PODS.includes(name));
  const untold = kinds.filter(({ name }) => !Object.hasOwn(KIND_TEXTS, name)).map(({ name }) => name);
  const unknown = Object.keys(KIND_TEXTS).filter((name) => !kinds.some((kind) => kind.name === name));
  if (untold.length + unknown.length > 0) {
    throw new Error(`tools/generate/kind-texts.ts: without a text: ${untold.join(', ')}; no kind: ${unknown.join(', ')}`);
  }
  const groups = new Map<string, Kind[]>();
  for (const kind of kinds) {
    const group = groupOf(kind);
    groups.set(group, [...groups.get(group) ?? [], kind]);
  }
  return new Map([
    ...[...groups].map(([group, its]): [string, string] => [`${FOLDER}/${group}.ts`, new GroupFile(its, model, facts).text()]),
    [`${FOLDER}/flat-kinds.ts`, factsFile(kinds, model)],
  ]);
}

/** `networking` of `networking.k8s.io/v1`, `core` of `v1`. */
export function groupOf({ apiVersion }: Kind): string {
  return apiVersion.includes('/') ? apiVersion.split(/[./]/)[0] : 'core';
}

/** Whether the class of a kind is written by hand, in src/constructs/objects: its props and facts are generated all the same. */
function byHand(kind: string): boolean {
  return KIND_TEXTS[kind].says === undefined;
}

/** The type whose fields are the props of a kind. */
export function propsBase({ name, type }: Kind, model: Model): { readonly base: string; readonly spec?: Field } {
  const spec = model.types.get(type)!.fields.get('spec');
  return spec === undefined || WITH_SPEC.has(name) ? { base: type } : { base: spec.of, spec };
}

/** The facts of the kinds whose class is written by hand. They are no part of the public API, so they have a file of their own. */
function factsFile(kinds: readonly Kind[], model: Model): string {
  const constants = kinds.filter(({ name }) => byHand(name)).map((kind) => `export ${factsOf(kind, model)}`);
  return `${[BANNER, "import { FlatKind } from '../plain/flat-fields';"].join('\n')}\n\n${constants.join('\n')}`;
}

/** The constant that says how the props of a kind become its manifest. */
function factsOf(kind: Kind, model: Model): string {
  const { base, spec } = propsBase(kind, model);
  const table = referenceTable(base, model);
  // Quotes where one key needs them, as lint wants it.
  const quoted = table.some(([path]) => !/^\w+$/.test(path));
  const key = (path: string): string => (quoted ? `'${path}'` : path);
  const facts = [
    ...(spec === undefined ? [] : [`spec: '${spec.required ? 'always' : 'optional'}'`]),
    ...(table.length === 0 ? []
      : [`references: {\n${table.map(([path, entry]) => `    ${key(path)}: [${entry.map((part) => `'${part}'`).join(', ')}],`).join('\n')}\n  }`]),
  ];
  const text = facts.length === 0 ? '{}' : table.length === 0 ? `{ ${facts.join(', ')} }` : `{\n${facts.map((fact) => `  ${fact},`).join('\n')}\n}`;
  return `const ${constantOf(kind)}: FlatKind = ${text};\n`;
}

function constantOf({ name }: Kind): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

class GroupFile {
  private readonly paths: ReadonlyMap<string, string>;
  /** Structs of props inside of props. */
  private readonly structs = new Map<string, string>();

  public constructor(private readonly kinds: readonly Kind[], private readonly model: Model, private readonly facts: Facts) {
    this.paths = typePaths(model);
  }

  public text(): string {
    const made = this.kinds.flatMap((kind) => [this.props(kind), ...byHand(kind.name) ? [] : [this.construct(kind)]]);
    const body = [...this.structs.values(), ...made].join('\n');
    const named = ['IApiResource', 'INamed', 'IPodSelector'].filter((name) => new RegExp(`\\b${name}\\b`).test(body));
    const classes = this.kinds.some(({ name }) => !byHand(name));
    return `${[
      BANNER,
      ...classes ? [
        "import { Construct } from 'constructs';",
        "import { flatContent, FlatKind, useFields } from '../plain/flat-fields';",
        "import { KubernetesObject } from '../plain/kubernetes-object';",
      ] : [],
      ...(named.length === 0 ? [] : [`import { ${named.join(', ')} } from '../plain/named';`]),
      ...classes ? ["import { Rendering } from '../plain/rendering';"] : [],
      "import * as k8s from '../../k8s';",
    ].join('\n')}\n\n${body}`;
  }

  private props(kind: Kind): string {
    const { base, spec } = propsBase(kind, this.model);
    const text = KIND_TEXTS[kind.name];
    const of = spec === undefined ? 'its fields' : 'the fields of its spec';
    const metadata = [
      docComment(['Name, namespace, labels, annotations and other metadata of the object.'], '  '),
      property('metadata', true, 'k8s.ObjectMeta'),
    ].join('\n');
    const fields = [...OWN_PROPS[kind.name] ?? [], ...this.fields(base, text, spec === undefined ? NO_PROPS : undefined)];
    const doc = [`Props of ${article(text.noun)} ${text.noun}: \`metadata\` and ${of}.`, ...struct(`${kind.name}Props`)];
    return `${docComment(doc, '')}\nexport interface ${kind.name}Props {\n${[metadata, ...fields].join('\n\n')}\n}\n`;
  }

  private fields(base: string, text?: KindText, without?: ReadonlySet<string>): string[] {
    const type = this.model.types.get(base)!;
    const selector = podSelectorOf(base);
    const own = selector === undefined ? [] : [[
      docComment([`The pod or workload whose pods it is about, instead of \`${selector}\`.`], '  '),
      property('selectorFor', true, 'IPodSelector'),
    ].join('\n')];
    const written = [...type.fields.values()].filter((field) => !without?.has(field.name));
    const missing = (text?.required ?? []).filter((name) => !type.fields.has(name));
    if (missing.length > 0) {
      throw new Error(`required props that ${base} does not have: ${missing.join(', ')}`);
    }
    return [...own, ...written.map((field) => this.field(base, field, text?.required?.includes(field.name) ?? false))];
  }

  private field(base: string, field: Field, required: boolean): string {
    const reference = referenceOf(base, field.name);
    const fact = factOf(this.facts, base, field.name);
    const says = reference === undefined ? fact?.says : [fact?.says, referenceSays(reference, field.container === 'list')].filter(Boolean).join(' ');
    return [
      docComment(fieldDoc(field, this.paths.get(base)!, { ...fact, says }), '  '),
      property(field.name, !field.required && !required, this.typeOf(base, field)),
    ].join('\n');
  }

  private typeOf(base: string, field: Field): string {
    const reference = referenceOf(base, field.name);
    const wrap = (item: string): string => (field.container === 'list' ? item.includes(' | ') ? `(${item})[]` : `${item}[]`
      : field.container === 'map' ? `{ [key: string]: ${item} }` : item);
    if (reference !== undefined) {
      return wrap(referenceType(reference, typeText({ ...field, container: undefined }, 'k8s.')));
    }
    return leadsToReference(base, field, this.model) ? wrap(this.structOf(field.of)) : typeText(field, 'k8s.');
  }

  /** The name of the props' own struct for a type of the API. */
  private structOf(type: string): string {
    const name = `${type}Props`;
    if (!this.structs.has(name)) {
      this.structs.set(name, '');
      const doc = [`\`k8s.${type}\`, which takes objects in place of their names too.`, ...struct(name)];
      this.structs.set(name, `${docComment(doc, '')}\nexport interface ${name} {\n${this.fields(type).join('\n\n')}\n}\n`);
    }
    return name;
  }

  private construct(kind: Kind): string {
    const { name } = kind;
    const { base, spec } = propsBase(kind, this.model);
    const { noun, says = '', example, required = [] } = KIND_TEXTS[name];
    const constant = constantOf(kind);
    const needs = required.length > 0
      || [...this.model.types.get(base)!.fields.values()].some((field) => field.required && (spec !== undefined || !NO_PROPS.has(field.name)));
    const about = spec === undefined ? 'metadata and the fields of the object' : `metadata and the fields of \`${base}\``;
    return [
      factsOf(kind, this.model),
      '/**',
      ` * ${article(noun).replace(/^a/, 'A')} ${name}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
      ...(example === undefined ? [] : [' *', ' * @example', ' *', ...example.split('\n').map((line) => ` *   ${line}`)]),
      ' */',
      `export class ${name} extends KubernetesObject {`,
      `  private readonly fields: ${name}Props;`,
      '',
      '  /**',
      '   * @param scope the chart or construct that it belongs to',
      "   * @param id the construct's id, from which the name is made if none is given",
      `   * @param props ${about}`,
      '   */',
      `  constructor(scope: Construct, id: string, props: ${name}Props${needs ? '' : ' = {}'}) {`,
      `    super(scope, id, { apiVersion: '${kind.apiVersion}', kind: '${name}', metadata: props.metadata });`,
      '    this.fields = props;',
      `    useFields(this, props, ${constant});`,
      '  }',
      '',
      '  /** @internal */',
      '  public _content(rendering: Rendering): { [key: string]: unknown } {',
      `    return flatContent(this, this.fields, ${constant}, rendering);`,
      '  }',
      '}',
      '',
    ].join('\n');
  }
}

function article(noun: string): string {
  return /^[aeiouA]|^IP/.test(noun) ? 'an' : 'a';
}

/** jsii takes a name that starts with I and a capital for a behavioral interface, unless told otherwise. */
function struct(name: string): string[] {
  return /^I[A-Z]/.test(name) ? ['@struct'] : [];
}
