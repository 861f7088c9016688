import { z } from "zod";
import { idField, ticked, typedText } from "@/lib/actions/text";
import { textWithoutPictures } from "@/lib/markdown/document-text";

export const TITLE_MAX = 200;
export const SUMMARY_MAX = 500;
export const POLICY_BODY_MAX = 100_000;
export const NOTE_MAX = 1000;

const text = {
  title: typedText({ max: TITLE_MAX }),
  summary: typedText({ max: SUMMARY_MAX }),
  body: textWithoutPictures({ max: POLICY_BODY_MAX }),
};
const revision = z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").max(2_147_483_647, "field.unknownChoice");

export const policySlug = z.string().min(1).max(200).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
/** A day as addresses and date fields write it. */
export const policyDay = z.iso.date("field.missing").refine((day) => day >= "2000-01-01" && day <= "2199-12-31", "field.unknownChoice");

export const addPolicySchema = z.strictObject(text);
export type AddPolicyInput = z.output<typeof addPolicySchema>;

/** `revision`: of the draft that was read; 0 when there was none. */
export const savePolicyDraftSchema = z.strictObject({ policyId: idField(), revision, ...text });
export type SavePolicyDraftInput = z.output<typeof savePolicyDraftSchema>;

export const publishPolicySchema = z.strictObject({ policyId: idField(), revision, effectiveOn: policyDay, changeNote: typedText({ max: NOTE_MAX, min: 0 }), isMaterial: ticked });
export type PublishPolicyInput = z.output<typeof publishPolicySchema>;

export const discardPolicyDraftSchema = z.strictObject({ policyId: idField(), revision });
export type DiscardPolicyDraftInput = z.output<typeof discardPolicyDraftSchema>;

export const editPolicySettingsSchema = z.strictObject({ policyId: idField(), requiresAcceptance: ticked, isArchived: ticked });
export type EditPolicySettingsInput = z.output<typeof editPolicySettingsSchema>;

export const movePolicySchema = z.strictObject({ policyId: idField(), direction: z.enum(["up", "down"], "field.unknownChoice") });
export type MovePolicyInput = z.output<typeof movePolicySchema>;

/** The versions that one box of a form stands for, by id, apart by spaces; left out when it is not ticked. */
export const acceptedField = z
  .string()
  .max(2000)
  .transform((ids) => ids.split(" ").filter((id) => z.uuid().safeParse(id).success))
  .catch([])
  .default([]);
export const acceptPoliciesSchema = z.strictObject({ accepted: acceptedField });
export type AcceptPoliciesInput = z.output<typeof acceptPoliciesSchema>;
