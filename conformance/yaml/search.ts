// Asks Kubernetes' parser about some hundred thousand strings and compares with yamlUnsafe; exit code 1 on a difference.
// Run: npx ts-node -T -P tsconfig.dev.json conformance/yaml/search.ts [family …]
import { openParser } from './parser';
import { FAMILIES } from './strings';
import { yamlUnsafe } from '../../src/constructs/plain/yaml-safe';

async function main(): Promise<number> {
  const parser = await openParser((line) => console.log(line));
  const wanted = process.argv.slice(2);
  const totals = { strings: 0, inexact: 0, missed: 0, falseAlarms: 0 };
  for (const [family, strings] of Object.entries(FAMILIES)) {
    if (wanted.length > 0 && !wanted.includes(family)) {
      continue;
    }
    const start = Date.now();
    const texts = [...new Set(strings())];
    const answers = parser.ask(texts.flatMap((text) => [{ text, asKey: false }, { text, asKey: true }]));
    const missed = answers.filter((a) => !a.exact && yamlUnsafe(a.text, a.asKey) === undefined);
    const falseAlarms = answers.filter((a) => a.exact && yamlUnsafe(a.text, a.asKey) !== undefined);
    const inexact = answers.filter((a) => !a.exact).length;
    const took = ((Date.now() - start) / 1000).toFixed(0);
    console.log(`${family}: ${texts.length} strings, ${inexact} uses not exact, ${missed.length} missed, ${falseAlarms.length} false alarms (${took} s)`);
    for (const a of missed.slice(0, 5)) {
      console.log(`  missed ${show(a.text)} as ${a.asKey ? 'key' : 'value'}: ${a.why?.slice(0, 120)}`);
    }
    for (const a of falseAlarms.slice(0, 5)) {
      console.log(`  false alarm ${show(a.text)} as ${a.asKey ? 'key' : 'value'}: ${yamlUnsafe(a.text, a.asKey)}`);
    }
    totals.strings += texts.length;
    totals.inexact += inexact;
    totals.missed += missed.length;
    totals.falseAlarms += falseAlarms.length;
  }
  console.log(`${totals.strings} strings, each as value and as key: ${totals.inexact} uses not exact, ${totals.missed} missed, ${totals.falseAlarms} false alarms`);
  return totals.missed + totals.falseAlarms > 0 ? 1 : 0;
}

function show(text: string): string {
  return JSON.stringify(text).slice(0, 80);
}

main().then((code) => {
  process.exitCode = code;
}, (error) => {
  console.error(error);
  process.exitCode = 1;
});
