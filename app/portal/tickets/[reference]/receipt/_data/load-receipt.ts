import "server-only";
import { cache } from "react";
import { contextOf } from "@/lib/actions/context";
import { requirePerson } from "@/lib/auth/gate";
import { parseReference } from "@/lib/tickets/reference";
import { findReceipt, type ReceiptView } from "@/lib/tickets/receipts";

export type LoadedReceipt = { receipt: ReceiptView; userId: string; isStaff: boolean };

/** For everybody who may see the ticket, the desk too. Null when there is none. */
export const loadReceipt = cache(async (reference: string): Promise<LoadedReceipt | null> => {
  const actor = await requirePerson();
  const parsed = parseReference(reference);
  const receipt = parsed ? await findReceipt(contextOf(actor), parsed) : null;
  return receipt && { receipt, userId: actor.userId, isStaff: actor.kind === "staff" };
});
