import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { traineeFilterSchema } from '@/lib/training/schema';
import { PeopleList } from './people-list';
import { TRAINEES_PATH } from './people-paths';

async function shown(parameters: Record<string, string>, count: number): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={await loadMessages('zh-CN')} timeZone="Asia/Shanghai">
      <PeopleList
        of="trainees"
        title="带教学员"
        path={TRAINEES_PATH}
        filter={traineeFilterSchema.parse(parameters)}
        next={null}
        count={count}
        bring="/registry/trainees"
        fields={[]}
      >
        <p>名单</p>
      </PeopleList>
    </NextIntlClientProvider>,
  );
}

describe('PeopleList', () => {
  it('says in an empty network what comes first', async () => {
    const view = await shown({}, 0);
    expect(view).toContain('还没有登记带教学员。');
    expect(view).toContain('href="/registry/trainees"');
    expect(view).not.toContain('名单');
  });

  it.each([
    ['somebody is there', {}, 1],
    ['only words leave nobody', { text: '张' }, 0],
    ['only a choice leaves nobody', { standing: 'ended' }, 0],
  ])('shows its list where %s', async (_, parameters, count) => {
    const view = await shown(parameters, count);
    expect(view).toContain('名单');
    expect(view).not.toContain('还没有登记带教学员。');
  });
});
