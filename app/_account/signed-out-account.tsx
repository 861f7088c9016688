import { accountFormWords, slipWords } from "@/app/_account/form-words";
import { askAddressChangeAction, changeNameAction } from "@/app/_account/own-actions";
import { FieldForm } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

/** For somebody whose session ended while writing and whose browser runs no script: what was typed, and where to sign in. Passwords are typed anew. */
export function SignedOutAccount({ address }: { address: string }) {
  const t = getTranslator("accounts");
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{t("own.title")}</h1>
      <FieldForm action={changeNameAction} permalink={address} idPrefix="name-" fields={[{ kind: "text", name: "name", label: t("own.name") }]} words={accountFormWords(t("own.saveName"), t("own.savingName"))} />
      <FieldForm action={askAddressChangeAction} permalink={address} idPrefix="address-" fields={[{ kind: "email", name: "email", label: t("own.newAddress"), slip: slipWords() }]} words={accountFormWords(t("own.ask"), t("own.asking"))} />
    </div>
  );
}
