// Every word of the page is in its catalogue and in every language. Reads only; `npm run catalog` does the writing.
import { getConfig } from "@lingui/conf";
import { getCatalogs } from "@lingui/cli/api";

const config = getConfig();
const faults = [];

for (const catalog of await getCatalogs(config)) {
  const collected = (await catalog.collect()) ?? {};
  for (const locale of config.locales) {
    const known = (await catalog.read(locale)) ?? {};
    for (const [id, { message }] of Object.entries(collected)) {
      const entry = known[id];
      if (!entry) faults.push(`${catalog.name ?? "app"}, ${locale}: not collected yet, run npm run catalog: ${message ?? id}`);
      else if (!entry.translation && locale !== config.sourceLocale) faults.push(`${catalog.name ?? "app"}, ${locale}: no translation: ${message ?? id}`);
    }
  }
}

for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "Every word has its translations." : `${faults.length} words to see to.`);
process.exitCode = faults.length === 0 ? 0 : 1;
