import { transformAsync } from "@babel/core";
import type { Plugin } from "vite";

/** Turns Lingui's macros into plain calls. A plugin of our own, because the shared one asks for a newer Node than we do. */
export function macro(): Plugin {
  return {
    name: "cairn-macro",
    enforce: "pre",
    async transform(code, id) {
      const [path = id] = id.split("?");
      if (!/\/src\/.*\.tsx?$/.test(path) || !code.includes("@lingui/")) return null;
      const result = await transformAsync(code, {
        filename: path,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        plugins: ["@lingui/babel-plugin-lingui-macro"],
        parserOpts: { plugins: ["jsx", "typescript"] },
      });
      return result?.code ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}
