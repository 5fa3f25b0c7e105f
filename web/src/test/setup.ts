import "fake-indexeddb/auto";
import { i18n } from "@lingui/core";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { messages } from "../locales/en";

// A page's first visit loads its code; on a busy machine that takes longer than the usual second.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages }));
afterEach(() => {
  cleanup();
  localStorage.clear();
});
