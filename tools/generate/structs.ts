import { areas } from './areas';
import { factOf, fieldDoc, typePaths } from './docs';
import type { Model, Type } from './model';
import { isStruct } from './model';
import { BANNER, docComment, property, typeText, UNWRITABLE } from './text';
import type { Facts } from '../facts/types';

/** The files of src/k8s with the API's structs, and their index. */
export function structFiles(model: Model, facts: Facts): ReadonlyMap<string, string> {
  const paths = typePaths(model);
  const byArea = areas(model);
  const areaOf = new Map([...byArea].flatMap(([area, types]) => types.map((type): [string, string] => [type.name, area])));
  const files = new Map<string, string>();
  for (const [area, types] of byArea) {
    const structs = types.filter(({ name }) => !UNWRITABLE.has(name)).map((type) => struct(type, paths.get(type.name)!, facts));
    files.set(`src/k8s/${area}.ts`, [`${BANNER}\n${imports(area, types, areaOf)}`, ...structs].join('\n') + '\n');
  }
  files.set('src/k8s/index.ts', [BANNER, ...[...byArea.keys()].map((area) => `export * from './${area}';`)].join('\n') + '\n');
  return files;
}

function imports(area: string, types: readonly Type[], areaOf: ReadonlyMap<string, string>): string {
  const used = new Map<string, Set<string>>();
  for (const type of types) {
    for (const field of type.fields.values()) {
      const from = areaOf.get(field.of);
      if (isStruct(field.of) && !UNWRITABLE.has(field.of) && !UNWRITABLE.has(type.name) && from !== undefined && from !== area) {
        used.set(from, (used.get(from) ?? new Set()).add(field.of));
      }
    }
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => {
    const list = [...names].sort();
    const line = `import { ${list.join(', ')} } from './${from}';`;
    return (line.length <= 140 ? line : `import {\n${list.map((name) => `  ${name},`).join('\n')}\n} from './${from}';`) + '\n';
  }).join('');
}

function struct(type: Type, path: string, facts: Facts): string {
  const lines = [...type.fields.values()].map((field) => [
    docComment(fieldDoc(field, path, factOf(facts, type.name, field.name)), '  '),
    property(field.name, !field.required, typeText(field)),
  ].join('\n'));
  const says = path === type.name ? `\`${type.name}\` of the Kubernetes API, ${type.package}.` : `\`${path}\` of the Kubernetes API.`;
  // jsii takes a name that starts with I and a capital for a behavioral interface, unless told otherwise.
  const doc = docComment(/^I[A-Z]/.test(type.name) ? [says, '@struct'] : [says], '');
  return `${doc}\nexport interface ${type.name} {\n${lines.join('\n\n')}\n}\n`;
}
