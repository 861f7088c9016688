import { Document, Page, Path, Rect, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import { INK, receiptStyles } from "@/app/portal/tickets/[reference]/receipt/_components/receipt-styles";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import type { StatementContent } from "../_data/statement-content";

/** A month of a contract on paper: whose, by which rules, each entry with the balance after it. */
export function StatementDocument({ content, madeAt, family }: { content: StatementContent; madeAt: Date; family: string }) {
  const t = getTranslator("billing");
  const site = getTranslator("public")("brand.site");
  const styles = receiptStyles(family);
  return (
    <Document title={`${content.title} ${content.reference}`} author={site} subject={content.reference} creator={site} producer={site} pdfVersion="1.7" language={env().APP_LOCALE} creationDate={madeAt} modificationDate={madeAt}>
      <Page size="LETTER" style={styles.page}>
        <View style={styles.head} fixed>
          <Svg viewBox="0 0 24 24" width={18} height={18}>
            <Rect x={0} y={0} width={24} height={24} rx={5} ry={5} fill={INK.accent} />
            <Path d="M6 9.5h12M8.5 9.5V18M15.5 9.5V18M9.5 6h5" stroke={INK.paper} strokeWidth={2} strokeLinecap="round" fill="none" />
          </Svg>
          <Text>{site}</Text>
          <Text style={styles.pageNumber} render={({ pageNumber, totalPages }) => t("statement.page", { reference: content.reference, page: pageNumber, pages: totalPages ?? pageNumber })} />
        </View>
        <Text style={styles.title}>{content.title}</Text>
        <Text style={styles.lead}>
          {content.name} ({content.reference})
        </Text>
        <Text style={styles.lead}>{content.asOf}</Text>
        <View style={styles.facts}>
          {content.facts.map(({ term, value }) => (
            <View key={term} style={styles.fact} wrap={false}>
              <Text style={styles.term}>{term}</Text>
              <Text style={styles.value}>{value}</Text>
            </View>
          ))}
        </View>
        <View style={table.table}>
          <View style={[table.row, table.header]} fixed>
            <Text style={table.at}>{t("view.column.at")}</Text>
            <Text style={table.reason}>{t("view.column.reason")}</Text>
            <Text style={table.ticket}>{t("view.column.ticket")}</Text>
            <Text style={table.who}>{t("view.column.who")}</Text>
            <Text style={table.number}>{t("view.column.minutes")}</Text>
            <Text style={table.number}>{t("view.column.balance")}</Text>
          </View>
          <Total term={t("statement.opening")} value={content.opening} />
          {content.rows.map((row, index) => (
            <View key={index} style={table.row} wrap={false}>
              <Text style={table.at}>{row.at}</Text>
              <Text style={table.reason}>
                {row.kind}. {row.reason}
              </Text>
              <Text style={table.ticket}>{row.ticket}</Text>
              <Text style={table.who}>{row.who}</Text>
              <Text style={table.number}>{row.minutes}</Text>
              <Text style={table.number}>{row.balance}</Text>
            </View>
          ))}
          {content.rows.length === 0 && (
            <View style={table.row}>
              <Text>{content.empty}</Text>
            </View>
          )}
          <Total term={t("statement.closing")} value={content.closing} />
        </View>
      </Page>
    </Document>
  );
}

function Total({ term, value }: { term: string; value: string }) {
  return (
    <View style={[table.row, table.total]} wrap={false}>
      <Text style={table.term}>{term}</Text>
      <Text style={table.number}>{value}</Text>
    </View>
  );
}

const table = StyleSheet.create({
  table: { marginTop: 20, fontSize: 9 },
  row: { flexDirection: "row", gap: 8, paddingVertical: 4, borderBottomWidth: 0.75, borderColor: INK.line },
  header: { color: INK.muted },
  total: { backgroundColor: INK.sunken, fontWeight: 600, paddingHorizontal: 4 },
  term: { flex: 1 },
  at: { width: 84 },
  reason: { flex: 1 },
  ticket: { width: 78 },
  who: { width: 66 },
  number: { width: 62, textAlign: "right" },
});
