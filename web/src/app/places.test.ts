import { expect, test } from "vitest";
import { hiddenPlaces, morePlaces, places } from "./places";

const [router = ""] = Object.values(import.meta.glob<string>("./router.tsx", { query: "?raw", import: "default", eager: true }));

test("the palette leads to every page of a person's own that needs no id", () => {
  const inside = [...router.matchAll(/getParentRoute: \(\) => inside,\s+path: "([^"]+)"/g)].map(([, path]) => path);
  expect(inside.length).toBeGreaterThan(25);
  const led = new Set<string>([...places, ...morePlaces, ...hiddenPlaces].map((place) => place.to));
  expect(inside.filter((path) => path && !path.includes("$") && !path.startsWith("/admin/") && !led.has(path))).toEqual([]);
});
