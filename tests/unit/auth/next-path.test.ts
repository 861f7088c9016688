import { HOME_PATH, safeNextPath } from "@/lib/auth/next-path";

it.each(["/portal/tickets/new", "/portal/tickets?filter=all&q=a%20b", "/agent/queues/mine#top", "/", "/kb/articles/configurar-spf"])("follows %s", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

it.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "///evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/portal\\..\\evil",
  "javascript:alert(1)",
  "portal",
  "",
  `/${"a".repeat(3000)}`,
])("leads home instead of to %j", (path) => {
  expect(safeNextPath(path)).toBe(HOME_PATH);
});

it.each(["/sign-in", "/sign-in?next=/portal", "/sign-in/", "/sign-in#x"])("does not lead back to %s", (path) => {
  expect(safeNextPath(path)).toBe(HOME_PATH);
});

it("leads home when nothing was asked for", () => {
  expect(safeNextPath(null)).toBe("/portal");
  expect(safeNextPath(undefined)).toBe("/portal");
});

it("is never another origin, as a browser reads it", () => {
  const odd = ["/%5cevil.example", "/.//evil.example", "/..//evil.example", "/portal//evil.example", "/@evil.example", "/;//evil.example"];
  for (const path of odd) expect(new URL(safeNextPath(path), "https://mesa.example").origin).toBe("https://mesa.example");
});
