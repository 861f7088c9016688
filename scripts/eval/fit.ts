import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { duplicatePrior } from "@/lib/duplicates/prior";
import { FEATURES, type FeatureRow } from "@/lib/duplicates/features";
import { alarmRow, GAPS } from "@/lib/duplicates/probability";
import { analyseTicket } from "@/lib/duplicates/profile";
import { lookTwice, type RankedTicket } from "@/lib/duplicates/ranking";
import type { StoredWeights } from "@/lib/duplicates/weights";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import { netScore, type Net } from "@/lib/search/net";
import { TextIndex } from "@/lib/search/text-index";
import { ROOT } from "../setup/paths";
import { alarmScore, calibrate, fitAlarm, type Alarm, type AlarmSet } from "./alarm";
import { readDocuments, readQueries } from "./sets";
import { fitRanker, short, storedNet, type Group } from "./training";

type Case = { isDuplicate: boolean; relevant: number; rows: FeatureRow[]; labels: number[]; at: number[] };
type Stream = { name: string; cases: Case[] };

const FILE = join(ROOT, "lib", "duplicates", "weights.json");
const RANKER = { hidden: 12, epochs: 14, decay: 2e-3, seed: 7, members: 3, dropout: 0 };
const ALARM = { share: 0.1, decay: 3e-2, rounds: 400 };
/** Of a desk's tickets about this share repeats another one; the probability is meant for such a desk. */
const SHARE_OF_DUPLICATES = 0.2;
/** Beyond the first few dozen nobody competes any more. */
const STRANGERS_FROM = 20;

/**
 * Fits the duplicate finder's weights on sets of streams and writes weights.json. Before that it says what they would reach on a source
 * that they have not seen: each source in turn is left out.
 */
export function fit(folders: readonly string[], say: (text: string) => void): void {
  const streams = folders.map((folder) => readStream(folder, say));
  const netOf = netsOf(streams);
  const sources = sourcesOf(streams);
  if (sources.length > 1) {
    say("\nOn sources left out of the fit (MAP over the second look | right alarms at 1 % false ones):");
    for (const source of sources) {
      const weights = fitAll(streams.filter(({ name }) => sourceOf(name) !== source), netOf);
      for (const stream of streams.filter(({ name }) => sourceOf(name) === source)) report(stream, weights, say);
    }
  }
  const weights = fitAll(streams, netOf);
  say("\nOn the sets of the fit:");
  for (const stream of streams) report(stream, weights, say);
  writeFileSync(FILE, `${JSON.stringify(toStored(weights), null, 1)}\n`);
  say(`\nWritten: lib/duplicates/weights.json. Threshold for 1 % false alarms on all sets together: p = ${weights.thresholdFor(0.01).toFixed(3)}`);
}

/** A translation of a set, or two trackers of one project, are one source. */
function sourceOf(name: string): string {
  if (name.includes("hadoop")) return "hadoop";
  return name.replace(/-esmt$/, "");
}

function readStream(folder: string, say: (text: string) => void): Stream {
  const name = folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
  const queries = new Map(readQueries(folder, "queries.jsonl").map((query) => [query.id, query]));
  const index = new TextIndex(duplicatePrior());
  const cases: Case[] = [];
  for (const document of readDocuments(folder)) {
    const tokens = indexedTokens(analyseTicket({ subject: document.title, body: document.body }));
    const query = queries.get(document.id);
    if (query?.kind) {
      const draft = { title: index.wordsOf(tokens.title), body: index.wordsOf(tokens.body) };
      const of = index.span;
      const { second } = lookTwice(index, draft, { ageOf: (at) => ({ younger: of - at, of }) });
      const relevant = new Set(query.rel ?? []);
      cases.push({
        isDuplicate: query.kind === "dup",
        relevant: relevant.size,
        rows: second.map(({ features }) => features),
        labels: second.map(({ candidate }) => (relevant.has(index.idAt(candidate.at)) ? 1 : 0)),
        at: second.map(({ candidate }) => candidate.at),
      });
    }
    index.add(document.id, tokens);
  }
  say(`${name}: ${cases.length} tickets looked at`);
  return { name, cases };
}

type Fitted = { net: Net; strangerRank: number; alarm: Alarm; factor: number; base: number; thresholdFor: (share: number) => number };

type NetOf = (streams: readonly Stream[]) => Net;

/** Fits the ranking of some of the streams, each choice of sources once. */
function netsOf(streams: readonly Stream[]): NetOf {
  const fitted = new Map<string, Net>();
  return (chosen) => {
    const key = sourcesOf(chosen).join();
    const net = fitted.get(key) ?? fitRanker(streams.filter((stream) => chosen.includes(stream)).flatMap(groupsOf), RANKER);
    fitted.set(key, net);
    return net;
  };
}

function sourcesOf(streams: readonly Stream[]): string[] {
  return [...new Set(streams.map(({ name }) => sourceOf(name)))];
}

/**
 * The ranking knows the tickets that it was fitted on a little too well. What the alarm learns from must look as new tickets will, so each
 * source is ranked for it by what the other ones taught; where there is only one, by what it taught itself.
 */
function fitAll(streams: readonly Stream[], netOf: NetOf): Fitted {
  const net = netOf(streams);
  const strangerRank = strangerRankOf(streams, () => net);
  const netFor = ({ name }: Stream) => {
    const others = streams.filter((stream) => sourceOf(stream.name) !== sourceOf(name));
    return others.length > 0 ? netOf(others) : net;
  };
  const newcomersRank = strangerRankOf(streams, netFor);
  const alarm = fitAlarm(streams.map((stream) => alarmSet(stream, netFor(stream), newcomersRank)), ALARM);
  const sets = streams.map((stream) => alarmSet(stream, net, strangerRank));
  const points = sets.flatMap(({ rows, isRight, isNegative }) => {
    const negatives = isNegative.filter(Boolean).length || 1;
    const duplicates = isNegative.length - negatives || 1;
    return rows.map((row, at) => ({
      score: alarmScore(row, alarm),
      isRight: isRight[at] === true,
      isNegative: isNegative[at] === true,
      weight: isNegative[at] ? (1 - SHARE_OF_DUPLICATES) / negatives : SHARE_OF_DUPLICATES / duplicates,
    }));
  });
  const { factor, base } = calibrate(points);
  return { net, strangerRank, alarm, factor, base, thresholdFor: (share) => 1 / (1 + Math.exp(-(factor * loudest(points, share) + base))) };
}

/** The score that at most `share` of the negatives, every set counting the same, pass. */
function loudest(points: ReadonlyArray<{ score: number; isNegative: boolean; weight: number }>, share: number): number {
  const negatives = points.filter(({ isNegative }) => isNegative).sort((a, b) => b.score - a.score);
  const all = negatives.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { score, weight } of negatives) {
    passed += weight;
    if (passed > share * all) return score;
  }
  return Number.POSITIVE_INFINITY;
}

function groupsOf({ cases }: Stream): Group[] {
  const learnable = cases.filter(({ isDuplicate, labels }) => isDuplicate && labels.includes(1));
  return learnable.map(({ rows, labels }) => ({ rows, labels, weight: 1 / Math.sqrt(learnable.length) }));
}

function ranked({ rows, at }: Case, net: Net): Array<RankedTicket & { case: number }> {
  return rows
    .map((features, position) => ({ at: at[position] ?? 0, rank: netScore(features, net), features, case: position }))
    .sort((a, b) => b.rank - a.rank || b.at - a.at);
}

function strangerRankOf(streams: readonly Stream[], netFor: (stream: Stream) => Net): number {
  const ranks = streams.flatMap((stream) => stream.cases.flatMap((each) => ranked(each, netFor(stream)).slice(STRANGERS_FROM).map(({ rank }) => rank)));
  return ranks.reduce((sum, rank) => sum + rank, 0) / Math.max(1, ranks.length);
}

function alarmSet({ cases }: Stream, net: Net, strangerRank: number): AlarmSet {
  const set: AlarmSet = { rows: [], isRight: [], isNegative: [] };
  for (const each of cases) {
    const order = ranked(each, net);
    const row = alarmRow(order, 0, strangerRank);
    if (!row) continue;
    set.rows.push(row);
    set.isRight.push(each.isDuplicate && each.labels[order[0]?.case ?? 0] === 1);
    set.isNegative.push(!each.isDuplicate);
  }
  return set;
}

function report(stream: Stream, { net, strangerRank, alarm }: Fitted, say: (text: string) => void): void {
  const duplicates = stream.cases.filter(({ isDuplicate }) => isDuplicate);
  const map = duplicates.reduce((sum, each) => sum + averagePrecision(each, net), 0) / Math.max(1, duplicates.length);
  const { rows, isRight, isNegative } = alarmSet(stream, net, strangerRank);
  const scores = rows.map((row) => alarmScore(row, alarm));
  const loud = scores.filter((_, at) => isNegative[at]).sort((a, b) => b - a);
  const threshold = loud[Math.floor(0.01 * (stream.cases.length - duplicates.length))] ?? Number.NEGATIVE_INFINITY;
  const right = scores.filter((score, at) => isRight[at] && score > threshold).length;
  say(`  ${stream.name.padEnd(24)} ${(100 * map).toFixed(1)} | ${((100 * right) / Math.max(1, duplicates.length)).toFixed(1)}`);
}

function averagePrecision(each: Case, net: Net): number {
  let found = 0;
  let sum = 0;
  ranked(each, net).forEach((ticket, position) => {
    if (each.labels[ticket.case] !== 1) return;
    found += 1;
    sum += found / (position + 1);
  });
  return sum / Math.max(1, each.relevant);
}

function toStored({ net, strangerRank, alarm, factor, base }: Fitted): StoredWeights {
  const names = [...FEATURES, ...GAPS];
  return {
    strangerRank: short(strangerRank),
    rank: storedNet(net, FEATURES),
    alarm: {
      base: short(base),
      features: Object.fromEntries(names.map((name, at) => [name, { mean: short(alarm.mean[at] ?? 0), scale: short(alarm.scale[at] ?? 1), weight: short((alarm.weights[at] ?? 0) * factor) }])),
    },
  };
}
