import { forgetKeptPages } from "@/lib/http/kept-pages";

it("forgets what stands below a route, and single addresses, by the framework's own tags", () => {
  const kept = new Map([
    ["/kb/articles/uno", { tags: ["_N_T_/layout", "_N_T_/(public)/layout", "_N_T_/(public)/kb/layout", "_N_T_/kb/articles/uno"] }],
    ["/", { tags: ["_N_T_/layout", "_N_T_/(public)/layout", "_N_T_/"] }],
    ["/policies", { tags: ["_N_T_/layout", "_N_T_/(public)/layout", "_N_T_/(public)/policies/layout", "_N_T_/policies"] }],
  ]);
  Object.assign(globalThis, { mesaPageCache: kept });
  forgetKeptPages({ layouts: ["/(public)/kb"], pages: ["/"] });
  expect([...kept.keys()]).toEqual(["/policies"]);
});
