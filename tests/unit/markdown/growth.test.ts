import { Session } from "node:inspector/promises";
import { faqGroups } from "@/prisma/seed/content/faq";
import { readMarkdownFolder } from "@/prisma/seed/markdown-folder";
import { foreignPictures } from "@/lib/markdown/pictures";
import { renderDocument } from "@/lib/markdown/render";

/**
 * How often any function was called meanwhile, by the engine's own count, which no busy machine changes. Blocks are
 * not counted: only functions compiled after the count began have theirs, and when the engine compiles one again is up
 * to its memory. The least of three tries: another file's late timers in the same process only add.
 */
async function callsOf(work: (attempt: number) => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  const counts = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    await session.post("Profiler.takePreciseCoverage");
    work(attempt);
    const { result } = await session.post("Profiler.takePreciseCoverage");
    counts.push(result.flatMap((script) => script.functions.flatMap((each) => each.ranges)).reduce((sum, range) => sum + range.count, 0));
  }
  await session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  return Math.min(...counts);
}

const written = [...readMarkdownFolder("articles").map(({ body }) => body), ...faqGroups.flatMap(({ entries }) => entries.map(({ answer }) => answer))].join("\n\n");

/** Long enough that what grows faster than the text shows; counting makes everything slow. */
const SMALL = 4_000;

/** Texts of a length that grows, of what costs most. */
const TEXTS: Record<string, (length: number) => string> = {
  articles: (length) => written.repeat(Math.ceil(length / written.length)).slice(0, length),
  "a table": (length) => `a|b|c\n-|-|-\n${"panel|[y](/kb)|z\n".repeat(length / 17)}`,
  callouts: (length) => "> [!NOTE]\n> Texto con **negritas**.\n\n".repeat(length / 40),
  "one paragraph": (length) => "Abra el panel, escriba su contraseña y espere. ".repeat(length / 47),
  "begun tags": (length) => "<a ".repeat(length / 3),
  "begun code": (length) => Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, count) => `${"`".repeat(count)}a`).join(" "),
};

it.each(Object.entries(TEXTS))("renders %s of double the length with about double the work", async (name, textOf) => {
  renderDocument(textOf(1_000)); // what runs once only is not counted
  // Another beginning each time: what was rendered is remembered.
  const small = await callsOf((attempt) => renderDocument(`${name} 1${attempt}\n\n${textOf(SMALL)}`));
  const large = await callsOf((attempt) => renderDocument(`${name} 2${attempt}\n\n${textOf(2 * SMALL)}`));
  expect(small).toBeGreaterThan(10_000);
  // Each of the root-of-length runs of backticks looks for its end, as the grammar has it: more than double, less than squared.
  expect(large / small).toBeLessThan(name === "begun code" ? 3.9 : 2.5);
});

it("looks for pictures with about double the work in double the text", async () => {
  const textOf = (length: number) => "![Panel](https://ajena.example/a.png) y texto.\n\n".repeat(length / 48);
  const small = await callsOf(() => foreignPictures(textOf(SMALL)));
  const large = await callsOf(() => foreignPictures(textOf(2 * SMALL)));
  expect(small).toBeGreaterThan(10_000);
  expect(large / small).toBeLessThan(2.5);
});
