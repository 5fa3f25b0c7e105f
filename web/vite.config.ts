import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./build/compress.ts";
import { macro } from "./build/macro.ts";
import { preload } from "./build/preload.ts";
import { serviceWorker } from "./build/service-worker.ts";

const api = process.env["CAIRN_API"] ?? "http://localhost:8000";

export default defineConfig({
  plugins: [macro(), react(), lingui(), tailwindcss(), preload(), compress(), serviceWorker("src/app/sw.ts")],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few files for the first screen: over HTTP/1.1 every small one waits its turn.
        codeSplitting: {
          groups: [
            { name: "frameworks", test: /node_modules\/(react|react-dom|scheduler|@tanstack|@lingui|openapi-fetch)\// },
            { name: "shared", test: /src\/(shared\/(?!ui\/Dialog)|api\/|locales\/gather)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: false,
  },
});
