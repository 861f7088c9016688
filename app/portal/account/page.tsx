import type { Metadata } from "next";
import { OwnAccountPage } from "@/app/_account/own-account-page";
import { SignedOutAccount } from "@/app/_account/signed-out-account";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("own.title") };
}

export default async function AccountPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutAccount address="/portal/account" />;
  const ctx = contextOf(await requireCustomer());
  return (
    <div className="mx-auto max-w-narrow">
      <OwnAccountPage ctx={ctx} area="/portal" />
    </div>
  );
}
