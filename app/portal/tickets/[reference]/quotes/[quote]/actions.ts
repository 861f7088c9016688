"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { authoriseEventQuote, authoriseHoursQuote, declineQuote, type Decided, type Origin } from "@/lib/quotes/commands/decide-quote";
import { authoriseEventSchema, authoriseHoursSchema, declineQuoteSchema } from "@/lib/quotes/quote-schema";
import { hrefOfQuote } from "./_data/addresses";

export const authoriseEventAction = defineAction({
  name: "quotes.authorise-event",
  actor: "customer",
  input: authoriseEventSchema,
  run: async (ctx, input) => authoriseEventQuote(ctx, input, await readOrigin()),
  onDone: (decided) => show(decided, "authorised"),
});

export const authoriseHoursAction = defineAction({
  name: "quotes.authorise-hours",
  actor: "customer",
  input: authoriseHoursSchema,
  run: async (ctx, input) => authoriseHoursQuote(ctx, input, await readOrigin()),
  onDone: (decided) => show(decided, "authorised"),
});

export const declineAction = defineAction({
  name: "quotes.decline",
  actor: "customer",
  input: declineQuoteSchema,
  run: async (ctx, input) => declineQuote(ctx, input, await readOrigin()),
  onDone: (decided) => show(decided, "declined"),
});

/** Where it comes from, as the server itself saw it: no field of a form has a say. */
async function readOrigin(): Promise<Origin> {
  const given = await headers();
  return { address: given.get("x-mesa-client-address") ?? "", browser: (given.get("user-agent") ?? "").slice(0, 400) };
}

function show({ reference, ticketReference }: Decided, done: "authorised" | "declined"): never {
  revalidatePath("/portal", "layout");
  redirect(`${hrefOfQuote({ ticketReference, reference })}?done=${done}`);
}
