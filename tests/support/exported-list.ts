import type { Actor } from '@/lib/access/actor';
import type { Locale } from '@/lib/i18n/locales';
import { exportList, type FileFormat } from '@/lib/registry/files/export';
import type { ListName } from '@/lib/registry/schema';
import { whole } from './list-files';
import { REGISTRY_WORDS } from './registry-words';

/** A list as the portal hands it out. */
export async function exported(
  actor: Actor,
  list: ListName,
  format: FileFormat = 'xlsx',
  locale: Locale = 'zh-CN',
): Promise<Buffer> {
  const made = await exportList(actor, { list, format }, { locale, words: REGISTRY_WORDS });
  if (!made.ok) throw new Error(made.error.code);
  return await whole(made.value.body);
}
