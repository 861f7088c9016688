import type { OrganizationRole, ProductKind, ProductState } from "@/lib/db/generated/enums";

export const PRODUCT_KINDS = ["hosting", "email", "domain", "system", "website", "softlik"] as const satisfies readonly ProductKind[];
export const PRODUCT_STATES = ["active", "suspended", "cancelled"] as const satisfies readonly ProductState[];
export const ORGANIZATION_ROLES = ["member", "manager"] as const satisfies readonly OrganizationRole[];
/** `named` persons are those of a póliza; an organization has none. */
export const EVENT_AUTHORISERS = ["anyone", "managers"] as const;

export type { OrganizationRole, ProductKind, ProductState };

/** A product as the rules see it. Days are of the desk's calendar. */
export type Product = {
  id: string;
  kind: ProductKind;
  name: string;
  startsOn: Temporal.PlainDate;
  /** The last day on which it is in force. */
  endsOn: Temporal.PlainDate | null;
  state: ProductState;
  graceDays: number;
  specialContract: string | null;
  /** The last day of the special contract; null while it has no end. */
  specialContractEndsOn: Temporal.PlainDate | null;
};
