import { z } from "zod";
import { netOf, storedNetSchema, type Net } from "@/lib/search/net";
import stored from "./weights.json";

/**
 * What each feature is worth, as `npm run eval -- fit` writes it to weights.json: on public streams of tickets with known duplicates, and
 * on the desk's own decisions where they are given. `circumstance` is set by hand, because no public stream knows who wrote a ticket.
 */

export type AlarmWeights = { base: number; mean: number[]; scale: number[]; weights: number[] };
export type Weights = { strangerRank: number; rank: Net; alarm: AlarmWeights };

const alarmRow = z.strictObject({ mean: z.number(), scale: z.number(), weight: z.number() });
const schema = z.strictObject({
  strangerRank: z.number(),
  rank: storedNetSchema,
  alarm: z.strictObject({ base: z.number(), features: z.record(z.string(), alarmRow) }),
});

export type StoredWeights = z.output<typeof schema>;

export const WEIGHTS: Weights = readWeights(stored);

/** @throws when the file is not of this shape */
export function readWeights(file: unknown): Weights {
  const { strangerRank, rank, alarm } = schema.parse(file);
  const alarmRows = Object.values(alarm.features);
  return {
    strangerRank,
    rank: netOf(rank),
    alarm: {
      base: alarm.base,
      mean: alarmRows.map((row) => row.mean),
      scale: alarmRows.map((row) => row.scale),
      weights: alarmRows.map((row) => row.weight),
    },
  };
}

/**
 * Among one's own few live tickets the same code or address means the same matter; among strangers' it is a word like others, and
 * already weighed as one. `conflict`: both name one, and not the same: two months, two folios, two mailboxes.
 */
export const CIRCUMSTANCE = {
  requester: { base: 0.6, sameProduct: 0.3, otherProduct: -0.3, sharedIdentifier: 0.6, sharedCode: 0.8, conflict: -1 },
  organization: { base: 0.2, sameProduct: 0.3, otherProduct: -0.3, sharedIdentifier: 0.6, sharedCode: 0.8, conflict: -1 },
  all: { base: 0, sameProduct: 0.2, otherProduct: 0, sharedIdentifier: 0, sharedCode: 0, conflict: 0 },
} as const;

/** Two tickets that name two different things may be listed, but nobody is stopped at them. */
export const CONFLICT_CEILING = 0.5;
