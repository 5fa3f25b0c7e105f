import type { HtmlTagDescriptor, Plugin } from "vite";

/** Asks early for what every first screen needs but only the script would find: the font, and the most spoken catalogue. */
export function preload(): Plugin {
  return {
    name: "cairn-preload",
    apply: "build",
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
        return tags;
      },
    },
  };
}
