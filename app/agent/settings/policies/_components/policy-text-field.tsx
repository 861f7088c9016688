import { TextareaField } from "@/components/forms/textarea";

/** The text of a policy: the one place where it is written. */
export function PolicyTextField({ label, hint, error, defaultValue }: { label: string; hint: string; error: string | undefined; defaultValue: string }) {
  return <TextareaField name="body" label={label} hint={hint} {...(error ? { error } : {})} rows={18} defaultValue={defaultValue} required />;
}
