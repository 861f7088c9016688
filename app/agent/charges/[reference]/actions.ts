"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { cancelChargeSchema, invoiceChargeSchema, payChargeSchema } from "@/lib/quotes/charge-schema";
import { invoiceCharge } from "@/lib/quotes/commands/invoice-charge";
import { cancelCharge, payCharge } from "@/lib/quotes/commands/settle-charge";

export const invoiceAction = defineAction({ name: "quotes.invoice-charge", actor: "staff", input: invoiceChargeSchema, run: invoiceCharge, onDone: renewCharges });

export const payAction = defineAction({ name: "quotes.pay-charge", actor: "staff", input: payChargeSchema, run: payCharge, onDone: renewCharges });

export const cancelAction = defineAction({ name: "quotes.cancel-charge", actor: "staff", input: cancelChargeSchema, run: cancelCharge, onDone: renewCharges });

function renewCharges(): void {
  revalidatePath("/agent/charges", "layout");
}
