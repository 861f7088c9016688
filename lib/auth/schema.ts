import { z } from "zod";
import { typedText } from "@/lib/actions/text";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/auth/password-rules";

/** Passwords are taken as typed: spaces at the ends belong to them. */
const anyPassword = z.string("field.missing").min(1, "field.missing").max(1000, "field.tooLong:1000");

export const signInSchema = z.strictObject({
  email: typedText({ max: 254 }),
  password: anyPassword,
  next: z.string().max(4000).default(""),
});
export type SignInInput = z.output<typeof signInSchema>;

/** One that somebody chooses. */
export const newPassword = z
  .string("field.missing")
  .refine((text) => text.isWellFormed() && !text.includes("\0"), "field.unreadable")
  .refine((text) => text.length >= PASSWORD_MIN, `field.tooShort:${PASSWORD_MIN}`)
  .refine((text) => text.length <= PASSWORD_MAX, `field.tooLong:${PASSWORD_MAX}`);

export const setPasswordSchema = z.strictObject({ token: z.string().max(200), password: newPassword, passwordAgain: anyPassword });
export type SetPasswordInput = z.output<typeof setPasswordSchema>;
