import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { macro } from "./build/macro";
import { serviceWorker } from "./build/service-worker";

const api = process.env["CAIRN_API"] ?? "http://localhost:8000";

export default defineConfig({
  plugins: [macro(), react(), lingui(), tailwindcss(), serviceWorker("src/app/sw.ts")],
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: false,
  },
});
