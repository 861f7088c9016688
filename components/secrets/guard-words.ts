import { getTranslator } from "@/lib/i18n/translator";
import { SECRET_KINDS, type SecretKind } from "@/lib/secrets/types";

/** What the browser takes along; {count}, {kind}, {value} and {mark} are filled in there. */
export interface GuardWords {
  mark: string;
  kinds: Record<SecretKind, string>;
  titleOne: string;
  titleMany: string;
  lead: string;
  choose: string;
  seal: string;
  sealThis: string;
  sealAll: string;
  inSubject: string;
  sealedTitle: string;
  sealedAs: string;
  unseal: string;
  unsealThis: string;
  orphan: string;
  restore: string;
  missing: string;
  notHeld: string;
  sealed: string;
  unsealed: string;
  inAnswer: string;
}

export function guardWords(): GuardWords {
  const t = getTranslator("secrets");
  return {
    mark: t("mark"),
    kinds: kindWords(),
    titleOne: t("guard.title", { count: 1 }),
    titleMany: t("guard.title", { count: 2 }).replace("2", "{count}"),
    lead: t("guard.lead"),
    choose: t("guard.choose"),
    seal: t("guard.seal"),
    sealThis: t("guard.sealThis", { kind: "{kind}", value: "{value}" }),
    sealAll: t("guard.sealAll"),
    inSubject: t("guard.inSubject"),
    sealedTitle: t("guard.sealedTitle"),
    sealedAs: t("guard.sealedAs", { mark: "{mark}" }),
    unseal: t("guard.unseal"),
    unsealThis: t("guard.unsealThis", { mark: "{mark}" }),
    orphan: t("guard.orphan"),
    restore: t("guard.restore"),
    missing: t("guard.missing", { mark: "{mark}" }),
    notHeld: t("guard.notHeld"),
    sealed: t("guard.sealed", { mark: "{mark}" }),
    unsealed: t("guard.unsealed"),
    inAnswer: t("guard.inAnswer"),
  };
}

export function kindWords(): Record<SecretKind, string> {
  const t = getTranslator("secrets");
  return Object.fromEntries(SECRET_KINDS.map((kind) => [kind, t(`kind.${kind}`)])) as Record<SecretKind, string>;
}
