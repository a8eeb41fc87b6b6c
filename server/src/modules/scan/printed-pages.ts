import type { World } from '../../kernel/context.ts';
import type { PagePlan } from '../../kernel/scan-reader.ts';
import { readSheetToken, sheetNumber, type PageLayout, type SheetClaim } from '../paper/index.ts';

/** A page as it left the printer: which one it is, of which ballot, and where its boxes are. */
export interface PrintedPage {
  readonly claim: SheetClaim;
  readonly printedNumber: string;
  readonly formId: string;
  readonly plan: PagePlan;
}

/** What the codes on the pages of one assembly stand for. */
export class PrintedPages {
  readonly #world: World;
  readonly #assemblyId: string;
  readonly #forms = new Map<number, { readonly id: string; readonly pages: readonly PageLayout[] }>();

  constructor(world: World, assemblyId: string) {
    this.#world = world;
    this.#assemblyId = assemblyId;
  }

  whose(code: string | null): 'OURS' | 'OTHER_ASSEMBLY' | 'UNKNOWN' {
    const claim = code === null ? null : readSheetToken(this.#world.secrets, code);
    if (claim === null) return 'UNKNOWN';
    return claim.assemblyId === this.#assemblyId ? 'OURS' : 'OTHER_ASSEMBLY';
  }

  async find(code: string): Promise<PrintedPage | null> {
    const claim = readSheetToken(this.#world.secrets, code);
    if (claim?.assemblyId !== this.#assemblyId) return null;
    const form = await this.#form(claim.formVersion);
    const [first] = form?.pages ?? [];
    if (!form || !first) return null;
    // A list of many ownerships is a page of its own: the same frame, and no box.
    const plan = form.pages[claim.page - 1] ?? { ...first, boxes: [] };
    return { claim, printedNumber: sheetNumber(this.#world.secrets, claim), formId: form.id, plan };
  }

  async #form(version: number): Promise<{ readonly id: string; readonly pages: readonly PageLayout[] } | null> {
    const known = this.#forms.get(version);
    if (known) return known;
    const [form] = await this.#world.database.read<{ id: string; pages: readonly PageLayout[] }>(
      'select id, pages from paper_form where assembly_id = $1 and form_version = $2',
      [this.#assemblyId, version],
    );
    if (form) this.#forms.set(version, form);
    return form ?? null;
  }
}
