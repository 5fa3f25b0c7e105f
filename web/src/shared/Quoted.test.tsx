import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "../test/page";
import { speak, type Locale } from "./i18n";
import { Quoted } from "./Quoted";

afterEach(() => speak("en"));

const cases: [Locale, string][] = [
  ["en", "“buy milk”"],
  ["es", "«buy milk»"],
  ["fr", "«\u00a0buy milk\u00a0»"],
  ["pt", "«buy milk»"],
];

test.each(cases)("words are quoted as %s does", async (locale, quoted) => {
  await speak(locale);
  const { container } = show(<Quoted words="buy milk" />);
  expect(container.textContent).toBe(quoted);
});

test("what looks like a tag or a placeholder in somebody's words stays as they said it", () => {
  show(<Quoted words="<0>Write</0> <b>{now}</b> '{'" />);
  expect(screen.getByText("“<0>Write</0> <b>{now}</b> '{'”")).toBeDefined();
});
