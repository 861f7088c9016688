import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPolicyDesk, findPolicyText } from "@/lib/policies/desk-queries";

/** The version of the address, with its document and the one published before it. */
export async function getVersion(ctx: Context<StaffActor>, { policy: policyId, number: typed }: { policy: string; number: string }) {
  const number = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0;
  const view = z.uuid().safeParse(policyId).success ? await findPolicyDesk(ctx, policyId) : null;
  const text = view && (await findPolicyText(ctx, { policyId, number }));
  if (!view || !text) notFound();
  const line = view.versions.find((version) => version.number === number) ?? null;
  // Of a draft, the newest; else the one whose day came before.
  const earlier = line === null ? view.versions[0] : view.versions[view.versions.indexOf(line) + 1];
  const before = earlier ? await findPolicyText(ctx, { policyId, number: earlier.number }) : null;
  return { view, number, text, line, before };
}
