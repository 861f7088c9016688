import { z } from "zod";
import { idField, optionalIdField, ticked, typedText } from "@/lib/actions/text";

/** A code of the authenticator or a recovery code, as it was typed. */
const codeField = typedText({ max: 100 });

export const codeSchema = z.strictObject({ code: codeField });
export type CodeInput = z.output<typeof codeSchema>;

/** What is typed on a step of signing in; `next`: where one was going. `way`: which of the page's forms it is. */
const step = { next: z.string().max(4000).default(""), way: z.enum(["app", "recovery", "password"], "field.unknownChoice").default("app") };
export const codeStepSchema = z.strictObject({ code: codeField, ...step });
export const setUpStepSchema = z.strictObject({ code: codeField, next: step.next });
export const passwordStepSchema = z.strictObject({ password: z.string("field.missing").min(1, "field.missing").max(1000, "field.tooLong:1000"), ...step });
export type PasswordStepInput = z.output<typeof passwordStepSchema>;

export const personSchema = z.strictObject({ userId: idField() });
export type PersonInput = z.output<typeof personSchema>;

/** `reason`: how it was known who asked; for the trail. */
export const resetFactorSchema = z.strictObject({ userId: idField(), reason: typedText({ max: 500 }) });
export type ResetFactorInput = z.output<typeof resetFactorSchema>;

export const sessionSchema = z.strictObject({ sessionId: idField() });

export const settingsSchema = z.strictObject({ version: z.coerce.number("field.unknownChoice").int("field.unknownChoice"), isStaffFactorRequired: ticked.default(false), isProviderFactorEnough: ticked.default(false), canAgentsResetFactors: ticked.default(false) });
export type SettingsInput = z.output<typeof settingsSchema>;

/** `to` is left out for nobody. */
export const handOverSchema = z.strictObject({ userId: idField(), to: optionalIdField() });
export type HandOverInput = z.output<typeof handOverSchema>;
