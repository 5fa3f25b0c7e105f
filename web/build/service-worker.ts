import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

/** Builds the service worker last, with the list of what was built and a revision that changes when any of it does. */
export function serviceWorker(entry: string): Plugin {
  let out = "dist";
  return {
    name: "cairn-service-worker",
    apply: "build",
    configResolved(config) {
      out = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = builtFiles(out);
      const revision = createHash("sha256");
      for (const file of files) revision.update(file).update(readFileSync(file));
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        define: {
          __PRECACHE__: JSON.stringify(files.map((file) => file.slice(out.length))),
          __REVISION__: JSON.stringify(revision.digest("hex").slice(0, 12)),
        },
        build: {
          outDir: out,
          emptyOutDir: false,
          target: "es2022",
          rolldownOptions: { input: entry, output: { entryFileNames: "sw.js", format: "iife" } },
        },
      });
    },
  };
}

function builtFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "sw.js" && !/\.(map|br)$/.test(entry.name))
    // Thirty thousand passwords, for the few moments in which somebody chooses one: not for everybody's first visit.
    .filter((entry) => !entry.name.startsWith("strength-"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
