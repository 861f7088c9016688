import type { Collection } from "@/lib/search/live-index";
import { duplicatePrior } from "./prior";

/** All tickets of the desk. */
export const TICKETS: Collection = { name: "tickets", kinds: ["ticket"], prior: duplicatePrior() };
