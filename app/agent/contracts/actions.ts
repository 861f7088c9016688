"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { adjustContract, buyHours, reverseLedgerEntry, settleContractNow } from "@/lib/billing/commands/correct-ledger";
import { createContract, type SavedContract } from "@/lib/billing/commands/create-contract";
import { editContract } from "@/lib/billing/commands/edit-contract";
import { adjustContractSchema, buyHoursSchema, createContractSchema, editContractSchema, reverseEntrySchema, settleContractSchema } from "@/lib/billing/contract-schema";
import { hrefOfContract, hrefOfContracts } from "./_data/addresses";

const create = defineAction({ name: "contracts.create", actor: "staff", input: createContractSchema, run: createContract, onDone: ({ reference }) => showAgain(reference, "created") });

const edit = defineAction({ name: "contracts.edit", actor: "staff", input: editContractSchema, run: editContract, onDone: ({ reference }) => showAgain(reference, "edited") });

export async function createAction(previous: ActionResult, form: FormData): Promise<ActionResult<SavedContract>> {
  return withTicked(await create(previous, form), form);
}

export async function editAction(previous: ActionResult, form: FormData): Promise<ActionResult<SavedContract>> {
  return withTicked(await edit(previous, form), form);
}

export const buyAction = defineAction({ name: "contracts.buy", actor: "staff", input: buyHoursSchema, run: buyHours, onDone: ({ reference }) => showAgain(reference, "bought") });

export const adjustAction = defineAction({ name: "contracts.adjust", actor: "staff", input: adjustContractSchema, run: adjustContract, onDone: ({ reference }) => showAgain(reference, "adjusted") });

export const reverseAction = defineAction({ name: "contracts.reverse", actor: "staff", input: reverseEntrySchema, run: reverseLedgerEntry, onDone: ({ reference }) => showAgain(reference, "reversed") });

export const settleAction = defineAction({ name: "contracts.settle", actor: "staff", input: settleContractSchema, run: settleContractNow, onDone: ({ reference }) => showAgain(reference, "settled") });

/** The boxes that were ticked go back as one value: a page without JavaScript shows them so again. */
function withTicked(answer: ActionResult<SavedContract>, form: FormData): ActionResult<SavedContract> {
  return answer.status === "refused" ? { ...answer, values: { ...answer.values, authoriserIds: form.getAll("authoriserIds").join(" ") } } : answer;
}

function showAgain(reference: string, done: string): never {
  revalidatePath(hrefOfContracts(), "layout");
  redirect(hrefOfContract(reference, { done }));
}
