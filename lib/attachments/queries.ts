import "server-only";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { DEFAULT_RULES, limitsOf, type AttachmentRules } from "@/lib/attachments/limits";
import type { AttachmentLimits, AttachmentView } from "@/lib/attachments/types";
import { attachmentSelect, toAttachmentView } from "@/lib/attachments/views";
import type { OwnUploadsInput } from "@/lib/attachments/schema";
import { ok, type Ok } from "@/lib/result";
import { toInstant } from "@/lib/time/instants";

/** What is in force now. */
export async function readRules(db: Db | Tx): Promise<AttachmentRules> {
  const row = await db.attachmentSettings.findUnique({ where: { id: 1 }, select: { maxFileMegabytes: true, maxFiles: true, types: true } });
  return row ?? DEFAULT_RULES;
}

/** For a form of whoever is signed in. */
export async function getAttachmentLimits({ db }: Context<Actor>): Promise<AttachmentLimits> {
  return limitsOf(await readRules(db));
}

/** Of the uploads in a draft: those that are still the actor's to send, in the order asked for. */
export async function listOwnUploads({ db, actor }: Context<PersonActor>, ids: readonly string[]): Promise<AttachmentView[]> {
  const rows = await db.attachment.findMany({ where: { id: { in: [...ids] }, uploaderId: actor.userId, claimedAt: null }, select: attachmentSelect });
  const byId = new Map(rows.map((row) => [row.id, toAttachmentView(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The same for a page that asks. */
export async function findOwnUploads(ctx: Context<PersonActor>, { ids }: OwnUploadsInput): Promise<Ok<AttachmentView[]>> {
  return ok(await listOwnUploads(ctx, ids));
}

export type SettingsView = AttachmentRules & { version: number; updatedAt: string | null; updatedByName: string | null };

/** Everybody is told the limits; who set them, and when, is the administrators' to know. */
export async function getAttachmentSettings({ db, actor }: Context<Actor>): Promise<SettingsView> {
  const row = await db.attachmentSettings.findUnique({
    where: { id: 1 },
    select: { maxFileMegabytes: true, maxFiles: true, types: true, version: true, updatedAt: true, updatedBy: { select: { name: true } } },
  });
  if (!row) return { ...DEFAULT_RULES, version: 0, updatedAt: null, updatedByName: null };
  const { updatedAt, updatedBy, ...rules } = row;
  const isAdmin = actor.kind === "staff" && actor.role === "admin";
  return { ...rules, updatedAt: isAdmin ? toInstant(updatedAt).toString() : null, updatedByName: isAdmin ? (updatedBy?.name ?? null) : null };
}
