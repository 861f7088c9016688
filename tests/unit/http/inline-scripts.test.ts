import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { inlineScriptHashes } from "@/lib/http/inline-scripts";

const page = (...scripts: string[]) => `<!DOCTYPE html><html><body>${scripts.map((script) => `<script>${script}</script>`).join("")}</body></html>`;
const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("a script of the framework is let through by its hash", () => {
  it.each([
    ["data for hydration", 'self.__next_f.push([1,"3:I[\\"x\\"]\\n"])'],
    ["the first of them", "(self.__next_f=self.__next_f||[]).push([0])"],
    ["the bundler's list of chunks", '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});'],
    ["a call of a snippet", '$RC("B:0","S:0")'],
  ])("%s", (_what, script) => {
    expect(inlineScriptHashes(page(script))).toEqual([hashOf(script)]);
  });

  it("once, however often it stands there", () => {
    const script = "(self.__next_f=self.__next_f||[]).push([0])";
    expect(inlineScriptHashes(page(script, script))).toHaveLength(1);
  });

  it("React's own snippets, as they are in the React that the framework brings", () => {
    const source = readFileSync("node_modules/next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js", "utf8");
    const literals = [...source.matchAll(/'(\$R[BSX]=(?:[^'\\\n]|\\.)*)'|"(requestAnimationFrame\(function\(\)\{\$RT=(?:[^"\\\n]|\\.)*)"/g)];
    const snippets = literals.map(([literal]) => String(runInNewContext(literal)).replace(/\$R[SX]\("$/, ""));
    // Shown, boundary, segment, failure (with and without a call behind it).
    expect(snippets.map((snippet) => snippet.slice(0, 4)).sort()).toEqual(["$RB=", "$RS=", "$RX=", "$RX=", "requ"]);
    const asSent = snippets.map((snippet) => (snippet.startsWith("$RX") && !snippet.endsWith(";;") ? `${snippet};` : snippet)).map((snippet) => (snippet.startsWith("$R") ? `${snippet}${snippet.slice(0, 2)}${snippet.startsWith("$RB") ? "C" : snippet[2]}("B:0","S:0")` : snippet));
    for (const script of new Set(asSent)) expect(inlineScriptHashes(page(script))).toEqual([hashOf(script)]);
  });
});

describe("a foreign script gets no hash, and so does not run", () => {
  it.each([
    ["any", "alert(1)"],
    ["one that calls what it pushes", "self.__next_f.push([1,alert(1)])"],
    ["one after the data", 'self.__next_f.push([1,"x"]);alert(1)'],
    ["one before the data", 'alert(1);self.__next_f.push([1,"x"])'],
    ["one between two pushes", 'self.__next_f.push([1,"x"]);alert(1);self.__next_f.push([1,"x"])'],
    ["a template instead of JSON", "self.__next_f.push([1,`${alert(1)}`])"],
    ["one that begins like a snippet", "$RC=function(){};alert(1)"],
    ["one that begins like the longest snippet", "$RB=[];$RV=function(){alert(1)}"],
    ["one that begins like the first snippet", "requestAnimationFrame(function(){$RT=performance.now()});alert(1)"],
    ["one that ends like a call", 'alert(1);$RC("B:0","S:0")'],
    ["a call with more in it", '$RC("B:0",alert(1))'],
    ["a list of chunks that is none", '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"a":alert(1)});'],
    ["an empty one", ""],
  ])("%s", (_what, script) => {
    expect(inlineScriptHashes(page(script))).toEqual([]);
  });

  it("nor does one from an address, or data of another type", () => {
    expect(inlineScriptHashes('<script src="/_next/x.js">self.__next_f.push([0])</script><script type="application/ld+json">{"a":1}</script>')).toEqual([]);
  });
});
