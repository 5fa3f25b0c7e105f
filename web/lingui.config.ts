import type { LinguiConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

// One catalogue per feature, so that two features never meet in one file.
const config: LinguiConfig = {
  locales: ["en", "es", "fr", "pt"],
  sourceLocale: "en",
  fallbackLocales: { default: "en" },
  catalogs: [
    { path: "<rootDir>/src/locales/{locale}/{name}", include: ["<rootDir>/src/features/{name}/"] },
    { path: "<rootDir>/src/locales/{locale}/app", include: ["<rootDir>/src/app/", "<rootDir>/src/shared/", "<rootDir>/src/api/"] },
  ],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: "message",
};

export default config;
