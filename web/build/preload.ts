import { createHash } from "node:crypto";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** Pages people come in by, and the chunks whose code the router asks for there. */
const ENTRANCES: Readonly<Record<string, readonly string[]>> = {
  "/sign-in": ["SignInRoute"],
  "/register": ["RegisterPage"],
  "/now": ["Shell", "NowRoute"],
  "/today": ["Shell", "TodayRoute"],
  "/chat": ["Shell", "ChatRoute"],
};

/**
 * Asks early for what only the script would find: the font, the most spoken catalogue, and the code of the page at hand.
 * The last can't be known when the page is built, so a very small script of its own looks at the address.
 */
export function preload(): Plugin {
  let script = "";
  return {
    name: "cairn-preload",
    apply: "build",
    generateBundle: {
      order: "pre",
      handler(_, bundle) {
        const source = early(bundle);
        script = `assets/early-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
        this.emitFile({ type: "asset", fileName: script, source });
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const tags: HtmlTagDescriptor[] = [];
        for (const file of Object.keys(bundle)) {
          const href = `/${file}`;
          if (/latin-wght-normal-[^/]*\.woff2$/.test(file)) {
            tags.push({ injectTo: "head", tag: "link", attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href } });
          } else if (/\/en-[^/]*\.js$/.test(file)) {
            tags.push({ injectTo: "head", tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href } });
          }
        }
        tags.push({ injectTo: "head-prepend", tag: "script", attrs: { async: true, src: `/${script}` } });
        return tags;
      },
    },
  };
}

/** The script that asks for the code of the page at this address, without what every page asks for anyway. */
function early(bundle: Rolldown.OutputBundle): string {
  const entries = Object.values(bundle).filter((one) => one.type === "chunk" && one.isEntry);
  const everywhere = needed(bundle, entries.map((entry) => entry.fileName));
  const files: Record<string, string[]> = {};
  for (const [path, names] of Object.entries(ENTRANCES)) {
    const chunks = names.map((name) => {
      const chunk = Object.values(bundle).find((one) => one.type === "chunk" && one.name === name);
      if (!chunk) throw new Error(`build/preload.ts names ${name}, which isn't built.`);
      return chunk.fileName;
    });
    files[path] = [...needed(bundle, chunks)].filter((file) => !everywhere.has(file)).map((file) => `/${file}`);
  }
  return `for (const href of ${JSON.stringify(files)}[location.pathname] ?? [])
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }));
`;
}

/** A chunk of styles alone is no script in the end: Vite takes it out, and its styles are asked for by those who need them. */
const isStyles = ({ moduleIds }: Rolldown.OutputChunk) => moduleIds.length > 0 && moduleIds.every((id) => id.endsWith(".css"));

/** Those files and all they import, by one another. */
function needed(bundle: Rolldown.OutputBundle, from: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of from) {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || isStyles(chunk) || found.has(file)) continue;
    found.add(file);
    needed(bundle, chunk.imports, found);
  }
  return found;
}
