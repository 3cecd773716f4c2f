import { useLocale } from 'next-intl';

type Props = { name: string; nameEn: string };

/** The name of a place; in English its Chinese name stays beside it, because that is what the sign says. */
export function PlaceName({ name, nameEn }: Props) {
  const locale = useLocale();
  if (locale === 'zh-CN') return name;
  return (
    <>
      {nameEn}{' '}
      <span lang="zh-CN" className="font-normal text-ink-soft">
        {name}
      </span>
    </>
  );
}
