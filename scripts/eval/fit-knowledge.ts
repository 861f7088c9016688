import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { KNOWLEDGE_GRAM_TOKENS } from "@/lib/search/collections";
import { FEATURES, measureKnowledge } from "@/lib/kb/knowledge-ranking";
import { analyseQuestion, readQuestion } from "@/lib/kb/question";
import { analyseText } from "@/lib/search/analysis";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import { NO_PRIOR } from "@/lib/search/lexicon";
import { netScore, type Net } from "@/lib/search/net";
import { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";
import { ROOT } from "../setup/paths";
import { queryFilesOf, readDocuments, readQueries } from "./sets";
import { fitRanker, storedNet } from "./training";

type Case = { rows: Float64Array[]; labels: number[] };
type KnowledgeSet = { name: string; source: string; cases: Case[] };

const FILE = join(ROOT, "lib", "kb", "weights.json");
const RANKER = { hidden: 4, epochs: 20, decay: 5e-4, seed: 3, members: 4, dropout: 0.1 };

/** Fits the knowledge-base search's weights and writes weights.json; says first what sources left out of the fit would reach (MRR). */
export function fitKnowledge(folders: readonly string[], say: (text: string) => void): void {
  const sets = folders.flatMap(readSets);
  const sources = [...new Set(sets.map(({ source }) => source))];
  say("\nKnowledge base, sources left out of the fit (MRR):");
  for (const source of sources) {
    const net = fitOn(sets.filter((set) => set.source !== source));
    for (const set of sets) if (set.source === source) say(`  ${set.name.padEnd(28)} ${meanReciprocalRank(set.cases, net).toFixed(1)}`);
  }
  const net = fitOn(sets);
  say("\nOn the sets of the fit:");
  for (const set of sets) say(`  ${set.name.padEnd(28)} ${meanReciprocalRank(set.cases, net).toFixed(1)}`);
  writeFileSync(FILE, `${JSON.stringify(storedNet(net, FEATURES), null, 1)}\n`);
  say("\nWritten: lib/kb/weights.json");
}

function readSets(folder: string): KnowledgeSet[] {
  const name = folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
  const index = new TextIndex(NO_PRIOR, KNOWLEDGE_GRAM_TOKENS);
  for (const { id, title, body } of readDocuments(folder)) index.add(id, indexedTokens(analyseText({ title, body })));
  const vocabulary = new Vocabulary(index.vocabulary());
  return queryFilesOf(folder).map((file) => ({
    name: file === "queries.jsonl" ? name : `${name}:${file.replace(/^queries-|\.jsonl$/g, "")}`,
    source: name.split("-")[1] ?? name,
    cases: readQueries(folder, file).map((query) => {
      const question = readQuestion(index, analyseQuestion(query.text ?? ""), { vocabulary, isUnfinished: false });
      const relevant = new Set(query.rel ?? []);
      const measured = measureKnowledge(index, question);
      return { rows: measured.map(({ features }) => features), labels: measured.map(({ at }) => (relevant.has(index.idAt(at)) ? 1 : 0)) };
    }),
  }));
}

function fitOn(sets: readonly KnowledgeSet[]): Net {
  const groups = sets.flatMap(({ cases }) => {
    const learnable = cases.filter(({ labels }) => labels.includes(1));
    return learnable.map((each) => ({ ...each, weight: learnable.length ** -0.75 }));
  });
  return fitRanker(groups, RANKER);
}

function meanReciprocalRank(cases: readonly Case[], net: Net): number {
  const sum = cases.reduce((total, { rows, labels }) => {
    const order = rows.map((row, at) => ({ score: netScore(row, net), isRight: labels[at] === 1 })).sort((a, b) => b.score - a.score);
    const first = order.findIndex(({ isRight }) => isRight);
    return total + (first === -1 ? 0 : 1 / (first + 1));
  }, 0);
  return (100 * sum) / Math.max(1, cases.length);
}
