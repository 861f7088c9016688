import { Session } from "node:inspector/promises";
import { faqGroups } from "@/prisma/seed/content/faq";
import { readMarkdownFolder } from "@/prisma/seed/markdown-folder";
import { foreignPictures } from "@/lib/markdown/pictures";
import { renderDocument } from "@/lib/markdown/render";

/** How often any block of the code was entered meanwhile: the engine's own count, which no busy machine changes. */
async function stepsOf(work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await session.post("Profiler.takePreciseCoverage");
  work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  return result.flatMap((script) => script.functions.flatMap((each) => each.ranges)).reduce((sum, range) => sum + range.count, 0);
}

const written = [...readMarkdownFolder("articles").map(({ body }) => body), ...faqGroups.flatMap(({ entries }) => entries.map(({ answer }) => answer))].join("\n\n");

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
  const small = await stepsOf(() => renderDocument(`${name} 1\n\n${textOf(20_000)}`));
  const large = await stepsOf(() => renderDocument(`${name} 2\n\n${textOf(40_000)}`));
  expect(small).toBeGreaterThan(10_000);
  expect(large / small).toBeLessThan(2.5);
});

it("looks for pictures with about double the work in double the text", async () => {
  const textOf = (length: number) => "![Panel](https://ajena.example/a.png) y texto.\n\n".repeat(length / 48);
  const small = await stepsOf(() => foreignPictures(textOf(10_000)));
  const large = await stepsOf(() => foreignPictures(textOf(20_000)));
  expect(small).toBeGreaterThan(10_000);
  expect(large / small).toBeLessThan(2.5);
});
