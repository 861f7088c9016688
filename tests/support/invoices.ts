import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { toDate } from "@/lib/time/instants";
import { carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";

export const ISSUER = "IIA040805DZ4";

type Stamped = { uuid?: string; total?: string; receiver?: string; issuer?: string; kind?: string; currency?: string; stamp?: boolean };

/** An invoice as a PAC gives it back, as far as it is read here. */
export function stampedXml({ uuid = randomUUID(), total = "1160.00", receiver = "EKU9003173C9", issuer = ISSUER, kind = "I", currency = "MXN", stamp = true }: Stamped = {}): string {
  const timbre = stamp ? `<cfdi:Complemento><tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="1.1" UUID="${uuid.toUpperCase()}"/></cfdi:Complemento>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0" Total="${total}" Moneda="${currency}" TipoDeComprobante="${kind}">
  <cfdi:Emisor Rfc="${issuer}" Nombre="IMPERA"/><cfdi:Receptor Rfc="${receiver}" Nombre="ESCUELA KEMPER URGATE"/>${timbre}
</cfdi:Comprobante>`;
}

/** Files of somebody's that nothing has claimed yet, with their bytes in the store. @returns their ids, in the order given */
export async function uploadedFiles(files: { name: string; mediaType: string; text: string }[], uploader: StaffActor = carla): Promise<string[]> {
  const directory = join(process.env.DATA_DIR!, "files");
  const ids: string[] = [];
  for (const { name, mediaType, text } of files) {
    const objectKey = randomUUID();
    const path = diskPath(directory, objectKey);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    const { id } = await testDb().attachment.create({
      data: { id: randomUUID(), uploaderId: uploader.userId, backend: "disk", objectKey, name, mediaType, kind: "file", size: Buffer.byteLength(text), sha256: "0".repeat(64), createdAt: toDate(NOON) },
      select: { id: true },
    });
    ids.push(id);
  }
  return ids;
}

export function uploadedInvoice(xml: string, uploader: StaffActor = carla): Promise<string[]> {
  return uploadedFiles([{ name: "factura.xml", mediaType: "application/xml", text: xml }, { name: "factura.pdf", mediaType: "application/pdf", text: "%PDF-1.7" }], uploader);
}

function diskPath(directory: string, key: string): string {
  return join(directory, key.slice(0, 2), key);
}
