import { Package } from "lucide-react";
import Link from "next/link";
import { standingText, standingTone } from "@/components/customers/standing-words";
import { StatusPill } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { standingOf } from "@/lib/customers/standing";
import type { Product } from "@/lib/customers/types";
import { getTranslator } from "@/lib/i18n/translator";

/** What an organization has, and how each stands today. @param hrefOf where each is edited, for whoever may */
export function ProductList({ products, today, hrefOf, empty }: { products: Product[]; today: Temporal.PlainDate; hrefOf?: (productId: string) => string; empty: string }) {
  const t = getTranslator("customers");
  if (products.length === 0) return <EmptyState icon={<Package aria-hidden="true" />} title={t("products.none")}>{empty}</EmptyState>;
  return (
    <ul className="divide-y">
      {products.map((product) => {
        const standing = standingOf(product, today);
        return (
          <li key={product.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
            <div className="min-w-0">
              {hrefOf ? (
                <Link href={hrefOf(product.id)} prefetch={false} className="link inline-flex min-h-6 items-center font-medium break-words">
                  {product.name}
                </Link>
              ) : (
                <p className="font-medium break-words">{product.name}</p>
              )}
              <p className="text-sm text-muted">{t(`kind.${product.kind}`)}</p>
            </div>
            <StatusPill tone={standingTone(standing, today)}>
              <span className="whitespace-normal">{standingText(standing, today)}</span>
            </StatusPill>
          </li>
        );
      })}
    </ul>
  );
}
