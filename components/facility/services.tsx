import { useLocale, useTranslations } from 'next-intl';
import { TagList } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { DemoMark } from '@/components/ui/origin-mark';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';

type Props = { detail: FacilityDetail };

/** What can be had here: techniques, conditions by department, conveniences, preparations, workstations, projects. */
export function Services({ detail }: Props) {
  const t = useTranslations('facility.services');
  const terms = useTranslations('terms');
  const separator = useTranslations('search')('separator');
  const locale = useLocale();
  const { facility, techniques, conditionGroups, preparations, workstations, projects } = detail;
  const conditionCount = conditionGroups.reduce((sum, group) => sum + group.conditions.length, 0);
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);

  return (
    <div className="grid gap-7">
      {facility.tcmArea && facility.tcmArea !== 'none' && (
        <p>
          <span className="text-ink-soft">{t('tcmArea')}</span> {terms(`tcmArea.${facility.tcmArea}`)}
        </p>
      )}
      {techniques.length > 0 && (
        <Part title={t('techniquesCount', { count: techniques.length })}>
          <TagList
            label={t('techniques')}
            tags={techniques.map((technique) => ({ key: technique.code, label: named(technique) }))}
          />
        </Part>
      )}
      {conditionCount > 0 && (
        <Part title={t('conditions', { count: conditionCount })}>
          <p className="mb-2 text-sm text-ink-soft">{t('conditionsHint')}</p>
          <div className="grid gap-2">
            {conditionGroups.map((group) => (
              <Disclosure
                key={group.department}
                summary={t('department', {
                  name: inLocale(locale, group.department, group.departmentEn),
                  count: group.conditions.length,
                })}
              >
                <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
                  {group.conditions.map((condition) => (
                    <li key={condition.code}>
                      {named(condition)}
                      {condition.plain && (
                        <span className="block text-sm text-ink-soft">
                          {inLocale(locale, condition.plain, condition.plainEn)}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ))}
          </div>
        </Part>
      )}
      <Part title={t('features')}>
        {facility.features.length === 0 ? (
          <p className="text-ink-soft">{t('noFeatures')}</p>
        ) : (
          <TagList
            label={t('features')}
            tags={facility.features.map((feature) => ({ key: feature, label: terms(`feature.${feature}`) }))}
          />
        )}
      </Part>
      {preparations.length > 0 && (
        <Part title={t('preparations')}>
          <ul className="grid gap-3">
            {preparations.map(({ preparation, hospital, conditions }) => (
              <li key={preparation.id}>
                <p className="flex flex-wrap items-center gap-x-2">
                  {named(preparation)} {preparation.origin === 'demonstration' && <DemoMark />}
                </p>
                <p className="text-sm text-ink-soft">
                  {t('preparationOf', { hospital: named(hospital) })}
                  {conditions.length > 0 && (
                    <> · {t('preparationFor', { conditions: conditions.map(named).join(separator) })}</>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {workstations.length > 0 && (
        <Part title={t('workstations')}>
          {facility.kind === 'lead_hospital' ? (
            <TagList label={t('workstations')} tags={teams(workstations, locale)} />
          ) : (
            <ul className="grid gap-1">
              {workstations.map(({ workstation, hospital }) => (
                <li key={workstation.id}>
                  {t('workstationOf', {
                    team: inLocale(locale, workstation.teamName, workstation.teamNameEn),
                    hospital: named(hospital),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Part>
      )}
      {projects.length > 0 && (
        <Part title={t('projects')}>
          <ul className="grid gap-1">
            {projects.map(({ project, condition }) => (
              <li key={project.id}>
                {t('projectOn', {
                  title: inLocale(locale, project.title, project.titleEn),
                  condition: named(condition),
                })}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

/** The teams a hospital sends out; one team may keep several workstations. */
function teams(workstations: FacilityDetail['workstations'], locale: Locale) {
  const names = workstations.map(({ workstation }) => inLocale(locale, workstation.teamName, workstation.teamNameEn));
  return [...new Set(names)].map((name) => ({ key: name, label: name }));
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-lg">{title}</h3>
      {children}
    </div>
  );
}
