import type { Metadata } from "next";
import { OwnAccountPage } from "@/app/_account/own-account-page";
import { SignedOutAccount } from "@/app/_account/signed-out-account";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("own.title") };
}

export default async function AccountPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutAccount address="/agent/account" />;
  const ctx = contextOf(await requireStaff());
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow">
        <OwnAccountPage ctx={ctx} area="/agent" />
      </div>
    </div>
  );
}
