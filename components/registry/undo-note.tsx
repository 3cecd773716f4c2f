import { useTranslations } from 'next-intl';
import type { ListName } from '@/lib/registry/schema';

/** What taking an import back can do and what it cannot, said before anything is written. */
export function UndoNote({ list }: { list: ListName }) {
  const t = useTranslations('registry');
  return (
    <div className="max-w-prose">
      <p className="font-medium">{t('undo.title')}</p>
      <ul className="list-disc ps-6">
        <li>{t('undo.can')}</li>
        <li>{t('undo.changed')}</li>
        <li>{t(`list.${list}.undo`)}</li>
        <li>{t('undo.stays')}</li>
      </ul>
    </div>
  );
}
