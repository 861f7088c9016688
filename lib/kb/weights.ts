import { netOf, storedNetSchema, type Net } from "@/lib/search/net";
import stored from "./weights.json";

/** What each feature of the knowledge-base search is worth, as `npm run eval -- fit` writes it to weights.json. */
export const WEIGHTS: Net = netOf(storedNetSchema.parse(stored));
